import { expect, test } from '@jest/globals';
import { lockSeconds, placeOf } from './attempt.rules.ts';

const settings = { LOCK_FIRST_SECONDS: 60, LOCK_LONGEST_MINUTES: 15 };

test('a door is locked from the fifth wrong password on, each time twice as long, at most 15 minutes', () => {
  const seconds = [1, 4, 5, 6, 7, 8, 9, 10, 1000].map((wrong) => lockSeconds(wrong, 5, settings));
  expect(seconds).toEqual([0, 0, 60, 120, 240, 480, 900, 900, 900]);
});

test('an address of IPv4 is a place, of IPv6 its whole /64', () => {
  expect(placeOf('10.0.0.7')).toBe('10.0.0.7');
  expect(placeOf('::ffff:10.0.0.7')).toBe('10.0.0.7');
  expect(placeOf('2001:db8:0:12::1')).toBe('2001:db8:0:12');
  expect(placeOf('2001:0DB8::12:0:0:0:9')).toBe('2001:db8:0:12');
  expect(placeOf('2001:db8:0:12:a:b:c:d')).toBe('2001:db8:0:12');
  expect(placeOf('::1')).toBe('0:0:0:0');
});
