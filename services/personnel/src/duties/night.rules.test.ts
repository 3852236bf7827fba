import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockOf, isOver, minutesOf, nightsOf } from './night.rules.ts';

const at = (text: string) => new Date(`${text}:00+07:00`);

test.each([
  ['before the night', '2026-03-02T18:00', '2026-03-02T22:00', []],
  ['from the evening into the night', '2026-03-02T20:00', '2026-03-02T23:30', [['2026-03-02', 90]]],
  ['across midnight', '2026-03-02T22:00', '2026-03-03T06:00', [['2026-03-02', 480]]],
  ['early in the morning', '2026-03-03T04:00', '2026-03-03T08:00', [['2026-03-02', 120]]],
  ['by day', '2026-03-03T06:00', '2026-03-03T18:00', []],
  [
    'a whole day and night',
    '2026-03-02T05:00',
    '2026-03-03T05:00',
    [
      ['2026-03-01', 60],
      ['2026-03-02', 420],
    ],
  ],
])('a shift %s has its nights', (_, from, to, expected) => {
  const nights = nightsOf(at(from), at(to)).map(({ night, minutes }) => [night, minutes]);
  expect(nights).toEqual(expected);
});

const shift = fc
  .tuple(fc.integer({ min: 0, max: 60 * 24 * 800 }), fc.integer({ min: 1, max: 60 * 24 }))
  .map(([start, length]) => {
    const from = at('2025-01-01T00:00').getTime() + start * 60_000;
    return { from: new Date(from), to: new Date(from + length * 60_000), length };
  });

test('night minutes are those whose clock in Viet Nam stands between 22:00 and 06:00', () => {
  fc.assert(
    fc.property(shift, ({ from, to, length }) => {
      let expected = 0;
      for (let n = 0; n < length; n++) {
        const clock = new Date(from.getTime() + n * 60_000 + 7 * 3_600_000).getUTCHours();
        if (clock >= 22 || clock < 6) expected += 1;
      }
      const total = nightsOf(from, to).reduce((sum, { minutes }) => sum + minutes, 0);
      expect(total).toBe(expected);
      expect(minutesOf(from, to)).toBe(length);
    }),
    { numRuns: 200 },
  );
});

test('a shift cut in two has the same night minutes, and never more than two nights', () => {
  fc.assert(
    fc.property(shift, fc.double({ min: 0, max: 1, noNaN: true }), ({ from, to, length }, part) => {
      const cut = new Date(from.getTime() + Math.floor(length * part) * 60_000);
      const sum = (parts: { minutes: number }[]) => parts.reduce((n, one) => n + one.minutes, 0);
      const whole = nightsOf(from, to);
      expect(sum([...nightsOf(from, cut), ...nightsOf(cut, to)])).toBe(sum(whole));
      expect(whole.length).toBeLessThanOrEqual(2);
      for (const { minutes } of whole) expect(minutes).toBeLessThanOrEqual(480);
    }),
  );
});

test('a shift is over from the minute of its end, by the clock in Viet Nam', () => {
  const end = at('2026-03-03T02:00');
  expect(clockOf(end)).toBe('02:00');
  expect(isOver(end, at('2026-03-03T01:59').getTime())).toBe(false);
  expect(isOver(end, end.getTime())).toBe(true);
});
