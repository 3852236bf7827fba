export * from './copy.ts';
export * from './decision.ts';
export * from './holiday.ts';
export * from './person.ts';
export * from './posting.ts';
export * from './setting.ts';
