import { classOf, type ReportCounts } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { measured, scaleOf } from './completeness.rules.ts';

const counts = (owed: number, missing: number, late: number): ReportCounts => ({
  ...{ owed, missing, late, inTime: owed - missing - late, submitted: 0, returned: 0 },
  ...{ verified: 0, accepted: 0, changedSinceAcceptance: 0 },
});

test('a commune stands by its worst: missing before late before in time', () => {
  const classes = [counts(4, 1, 0), counts(4, 0, 2), counts(4, 0, 0)].map((one) =>
    classOf(scaleOf('standing'), measured('standing', one)),
  );
  expect(classes).toEqual([0, 1, 2]);
});

test('shares are of those who owe a report, and where nobody does there is none', () => {
  expect(measured('sent', counts(4, 1, 2))).toBe(0.75);
  expect(measured('in-time', counts(4, 1, 2))).toBe(0.25);
  expect(measured('sent', counts(0, 0, 0))).toBeNull();
});

test('a commune is in the best class of a share when all have reported', () => {
  const best = scaleOf('sent').classes.length - 1;
  expect(classOf(scaleOf('sent'), measured('sent', counts(4, 0, 1)))).toBe(best);
  expect(classOf(scaleOf('sent'), measured('sent', counts(400, 1, 0)))).toBe(best - 1);
});
