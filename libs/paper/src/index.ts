export * from './head.ts';
export * from './layout.ts';
export * from './sheets.ts';
export * from './template.ts';
export * from './words.ts';
