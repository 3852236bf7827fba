import { classCounts, classOf } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeScale } from './two-days.rules.ts';

test('fewer, unchanged and more never share a colour, and every change has one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1 }), (changes) => {
      const scale = changeScale(changes);
      for (const change of changes) {
        const at = classOf(scale, change)!;
        expect(Math.sign(at - 2)).toBe(Math.sign(change));
      }
      const { counts, none } = classCounts(scale, changes);
      expect(counts.reduce((sum, count) => sum + count, none)).toBe(changes.length);
    }),
  );
});

test('the classes lie evenly around no change, cut at the middle of all changes', () => {
  const { classes } = changeScale([0, 0, -1, 2, 3, 40, null]);
  expect(classes.map(({ from, to }) => [from, to])).toEqual([
    [null, -2],
    [-2, 0],
    [0, 1],
    [1, 3],
    [3, null],
  ]);
});
