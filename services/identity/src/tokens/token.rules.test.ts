import { expect, test } from '@jest/globals';
import { expiryFault } from './token.rules.ts';

test('a token expires within a year, counted by the calendar', () => {
  expect(expiryFault('2026-11-22', '2026-11-22')).toBe('not-in-future');
  expect(expiryFault('2026-11-23', '2026-11-22')).toBeNull();
  expect(expiryFault('2027-11-22', '2026-11-22')).toBeNull();
  expect(expiryFault('2027-11-23', '2026-11-22')).toBe('beyond-a-year');
  expect(expiryFault('2029-02-28', '2028-02-29')).toBeNull();
  expect(expiryFault('2029-03-01', '2028-02-29')).toBe('beyond-a-year');
});
