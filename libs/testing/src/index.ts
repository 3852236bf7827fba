export * from './eventually.ts';
export * from './nats.ts';
export * from './postgres.ts';
export * from './principal.ts';
export * from './service.ts';
