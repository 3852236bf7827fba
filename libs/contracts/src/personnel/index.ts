export * from './copy.ts';
export * from './decision.ts';
export * from './holiday.ts';
export * from './force-statistics.ts';
export * from './person.ts';
export * from './posting.ts';
export * from './roster.ts';
export * from './setting.ts';
