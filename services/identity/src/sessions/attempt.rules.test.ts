import { expect, test } from '@jest/globals';
import { lockSeconds } from './attempt.rules.ts';

const settings = { LOCK_AFTER: 5, LOCK_FIRST_SECONDS: 60, LOCK_LONGEST_MINUTES: 15 };

test('a username is locked from the fifth wrong password on, each time twice as long, at most 15 minutes', () => {
  const seconds = [1, 4, 5, 6, 7, 8, 9, 10, 1000].map((wrong) => lockSeconds(wrong, settings));
  expect(seconds).toEqual([0, 0, 60, 120, 240, 480, 900, 900, 900]);
});
