import { expect, test } from '@jest/globals';
import { quarterOf, quartersDue, touches } from './quarter.rules.ts';

const open = { validFrom: '2026-08-15', validTo: null };

test('a report is owed for every quarter of a supervision, also one of a single day', () => {
  expect(quartersDue(open, '2026-09-30')).toEqual([]);
  expect(quartersDue(open, '2026-10-01')).toEqual(['2026-Q3']);
  expect(quartersDue(open, '2027-04-01')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
  const ended = { ...open, validTo: '2026-10-02' };
  expect(quartersDue(ended, '2027-04-01')).toEqual(['2026-Q3', '2026-Q4']);
  expect(quartersDue({ ...open, validTo: '2026-10-01' }, '2027-04-01')).toEqual(['2026-Q3']);
});

test('a quarter that the supervision was not open in is not reported for', () => {
  expect(touches(open, '2026-Q2')).toBe(false);
  expect(touches(open, '2026-Q3')).toBe(true);
  expect(touches({ ...open, validTo: '2026-10-01' }, '2026-Q4')).toBe(false);
  expect(quarterOf('2026-12-31')).toBe('2026-Q4');
});
