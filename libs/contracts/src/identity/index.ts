export * from './account.ts';
export * from './area-part.ts';
export * from './area.ts';
export * from './audit.ts';
export * from './digest.ts';
export * from './session.ts';
export * from './token.ts';
export * from './view.ts';
