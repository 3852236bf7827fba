import type { IncidentKind } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { clockOf, figuresOf, momentAfter, momentOf } from './incident.rules.ts';

test('a time after midnight is of the next day, and one a little before stays a slip', () => {
  const known = momentOf('2026-09-30', '23:50');
  expect(momentAfter(known, '23:55')).toBe('2026-09-30T23:55:00+07:00');
  expect(momentAfter(known, '00:10')).toBe('2026-10-01T00:10:00+07:00');
  expect(momentAfter(known, '23:40')).toBe('2026-09-30T23:40:00+07:00');
  expect(clockOf('2026-09-30T16:50:00.000Z')).toBe('23:50');
});

test('of the fields of a kind only what was filled in is sent', () => {
  const fields = [
    { code: 'members', type: 'count' },
    { code: 'timely', type: 'flag' },
    { code: 'nature', type: 'choice' },
  ];
  const entered = { members: 0, timely: false, nature: undefined, attendances: 4 };
  expect(figuresOf({ fields } as unknown as IncidentKind, entered as never)).toEqual({
    members: 0,
  });
});
