export * from './calendar.ts';
export * from './message.ts';
export * from './parameters.ts';
export * from './period.ts';
export * from './plain-date.ts';
export * from './problem.ts';
export * from './vietnamese.ts';
export * from './vnd.ts';
