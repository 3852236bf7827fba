import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isQuorate, selectionOf } from './selection.rules.ts';

const voted = (...votes: number[]) => votes.map((count, n) => ({ id: `c${n}`, votes: count }));

test('five of ten votes fail, six of ten pass', () => {
  expect(selectionOf(voted(5, 6), { present: 10, places: 5 })).toEqual({
    selected: ['c1'],
    passed: [],
    failed: ['c0'],
    tie: null,
  });
});

test('of ten council members five are no quorum and six are one', () => {
  expect([5, 6].map((present) => isQuorate(present, 10, '1/2'))).toEqual([false, true]);
  expect([6, 7].map((present) => isQuorate(present, 9, '2/3'))).toEqual([false, true]);
});

test('more pass than there are places: the most votes go first', () => {
  const { selected, passed, tie } = selectionOf(voted(6, 8, 7), { present: 8, places: 2 });
  expect([selected, passed, tie]).toEqual([['c1', 'c2'], ['c0'], null]);
});

test('a tie at the cut is left to the council', () => {
  const votes = voted(8, 7, 7, 7);
  const open = selectionOf(votes, { present: 8, places: 2 });
  expect(open).toMatchObject({ selected: ['c0'], tie: { ids: ['c1', 'c2', 'c3'], places: 1 } });
  const decided = selectionOf(votes, { present: 8, places: 2, chosen: ['c2'] });
  expect(decided).toMatchObject({ selected: ['c0', 'c2'], passed: ['c1', 'c3'] });
});

test('nobody is selected beyond the places or below half, and everybody stands in one group', () => {
  const votes = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 20 });
  fc.assert(
    fc.property(votes, fc.integer({ min: 1, max: 12 }), (counts, places) => {
      const all = voted(...counts);
      const { selected, passed, failed } = selectionOf(all, { present: 10, places });
      expect(selected.length).toBeLessThanOrEqual(places);
      const of = (id: string) => all.find((one) => one.id === id)!.votes;
      for (const id of selected) expect(of(id)).toBeGreaterThan(5);
      for (const id of passed) {
        for (const better of selected) expect(of(better)).toBeGreaterThanOrEqual(of(id));
      }
      expect([...selected, ...passed, ...failed].sort()).toEqual(all.map(({ id }) => id).sort());
    }),
  );
});
