import { expect, test } from '@jest/globals';
import { leadersDiffer, splitFault } from './quota-form.rules.ts';

test('positions must add up to the members', () => {
  const split = { leaders: 10, deputies: 10, ordinary: 12 };
  expect(splitFault({ members: 32, ...split })).toBeNull();
  expect(splitFault({ members: 33, ...split })).toEqual({
    fault: 'differs',
    counted: 32,
    members: 33,
  });
});

test('a split is told whole or not at all', () => {
  expect(splitFault({ members: 33, leaders: 10 })?.fault).toBe('incomplete');
  expect(splitFault({ members: 33, leaders: null, deputies: null, ordinary: null })).toBeNull();
});

test('leaders that differ from teams are odd', () => {
  expect(leadersDiffer({ teams: 10, leaders: 9 })).toBe(true);
  expect(leadersDiffer({ teams: 10, leaders: null })).toBe(false);
});
