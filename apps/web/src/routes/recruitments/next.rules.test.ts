import { expect, test } from '@jest/globals';
import { isInPlay, nextActsOf, usualDay } from './next.rules.ts';
import { acted, candidate, drafted } from './test-recruitment.ts';

const issued = acted(
  { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
  { step: 'posted', on: '2026-02-03', places: ['Nhà văn hóa'], until: null },
);
const receiving = {
  ...drafted,
  acts: issued,
  next: ['list-approved', 'council-set', 'closed'] as never,
};
const inShort = (recruitment: typeof drafted, today: string) =>
  nextActsOf(recruitment, today).map(({ act, wait }) => (wait ? `${act}: ${wait.why}` : act));

test('while files are taken they come first, and the list waits for the last day', () => {
  expect(inShort(receiving, '2026-02-03')).toEqual([
    'council-set',
    'application: window',
    'list-approved: receiving',
    'closed: receiving',
  ]);
  expect(inShort(receiving, '2026-02-25')).toEqual([
    'application',
    'council-set',
    'list-approved: receiving',
    'closed: receiving',
  ]);
});

test('after the last day the list comes first where a file is complete, and is waited for where none is', () => {
  const some = { ...receiving, candidates: [candidate(11, 'Nguyễn Văn An')] };
  expect(inShort(some, '2026-02-26')).toEqual(['list-approved', 'council-set', 'application']);
  expect(inShort(receiving, '2026-02-26')).toEqual([
    'application',
    'council-set',
    'list-approved: files',
    'closed',
  ]);
});

test('the meeting waits for the first day that the posting allows', () => {
  const posted = { ...drafted, next: ['met'] as never, firstMeetingDay: '2026-03-24' };
  expect(inShort(posted, '2026-03-23')).toEqual(['met: posting']);
  expect(inShort(posted, '2026-03-24')).toEqual(['met']);
});

test('a draft is issued, or closed where it is not wanted any more', () => {
  expect(inShort(drafted, '2026-02-02')).toEqual(['issued', 'closed']);
});

test('once the list is approved, who is not on it and who was passed over is asked for nothing more', () => {
  const approved = { acts: [...issued, ...acted({ step: 'list-approved', on: '2026-02-27' })] };
  const incomplete = { listed: false, outcome: null };
  expect(isInPlay({ acts: issued }, incomplete)).toBe(true);
  expect(isInPlay(approved, incomplete)).toBe(false);
  expect(isInPlay(approved, { listed: true, outcome: null })).toBe(true);
  expect(isInPlay(approved, { listed: true, outcome: 'passed' })).toBe(false);
  expect(isInPlay(approved, { listed: true, outcome: 'selected' })).toBe(true);
});

test('an act begins with today while the days of the plan last, and later with the first on which it could be done', () => {
  expect(usualDay('issued', drafted, '2026-02-03')).toBe('2026-02-03');
  expect(usualDay('issued', drafted, '2026-11-30')).toBe('2026-02-02');
  expect(usualDay('posted', receiving, '2026-11-30')).toBe('2026-02-03');
  expect(usualDay('list-approved', receiving, '2026-03-02')).toBe('2026-03-02');
  expect(usualDay('list-approved', receiving, '2026-11-30')).toBe('2026-02-26');
  const listed = { ...receiving, acts: acted({ step: 'list-approved', on: '2026-02-27' }) };
  expect(usualDay('list-posted', listed, '2026-11-30')).toBe('2026-02-27');
  expect(usualDay('notified', listed, '2026-11-30')).toBe('2026-11-30');
});
