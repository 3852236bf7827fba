export * from './copy.ts';
export * from './form.ts';
export * from './indicator.rules.ts';
export * from './indicator.ts';
export * from './report-kind.ts';
export * from './reporting-period.ts';
