import { expect, test } from '@jest/globals';
import { clockOf, dayOf, momentsOf, weekOf } from './week.rules.ts';

test('a week goes from Monday to Sunday', () => {
  expect(weekOf('2026-03-01')[0]).toBe('2026-02-23');
  expect(weekOf('2026-03-02')[0]).toBe('2026-03-02');
  expect(weekOf('2026-03-08').at(-1)).toBe('2026-03-08');
});

test('an end that is not after the beginning is on the next day, in Viet Nam', () => {
  const across = momentsOf('2026-03-02', '20:00', '02:00');
  expect(across.endsAt).toBe('2026-03-03T02:00:00+07:00');
  expect(momentsOf('2026-03-02', '08:00', '11:30').endsAt).toBe('2026-03-02T11:30:00+07:00');
  expect([dayOf(across), clockOf(across)]).toEqual(['2026-03-02', '20:00–02:00']);
  expect(dayOf({ startsAt: '2026-03-02T18:00:00Z' })).toBe('2026-03-03');
});
