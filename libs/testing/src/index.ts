export * from './eventually.ts';
export * from './gateway.ts';
export * from './nats.ts';
export * from './postgres.ts';
export * from './principal.ts';
export * from './reform-file.ts';
export * from './service.ts';
export * from './stand-in.ts';
