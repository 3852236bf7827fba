export * from './identity/index.ts';
export * from './job.ts';
export * from './organisation/index.ts';
export * from './personnel/index.ts';
export * from './principal.ts';
export * from './problems.ts';
export * from './registry.ts';
export * from './role.ts';
