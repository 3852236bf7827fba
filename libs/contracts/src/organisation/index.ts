export * from './boundary.ts';
export * from './coverage.ts';
export * from './installation.ts';
export * from './instrument.ts';
export * from './quota.ts';
export * from './team.ts';
export * from './unit.ts';
export * from './workplace.ts';
