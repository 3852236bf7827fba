export * from './annex.rules.ts';
export { type Geometry, type Properties, readBoundaryFile } from './boundary-file.ts';
export { namedOutlines } from './boundary-name.rules.ts';
export { errorWorkbook } from './error-workbook.ts';
export * from './match.rules.ts';
export * from './reading-problem.ts';
export * from './table.ts';
export * from './table-field.ts';
export * from './workbook.ts';
