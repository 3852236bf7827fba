import { expect, test } from '@jest/globals';
import { permissionsOf } from '@antt/contracts';
import {
  awayAccount,
  dueOf,
  isWrittenOn,
  outcomeOf,
  pauseAfter,
  takesAlong,
} from './outbox.rules.ts';

const outcome = (type: string, status: number) => outcomeOf({ type, status, title: type });

test('what the way or the server fails at is tried again, what is said wrongly is not', () => {
  expect(outcome('no-connection', 0)).toBe('later');
  expect(outcome('service-unavailable', 503)).toBe('later');
  expect(outcome('internal', 500)).toBe('later');
  expect(outcome('too-many-requests', 429)).toBe('later');
  expect(outcome('reporting-period-is-closed', 409)).toBe('refused');
  expect(outcome('outside-area', 403)).toBe('refused');
  expect(outcome('report-values-refused', 422)).toBe('refused');
});

test('without a session it is asked who sends, and nothing counts as refused', () => {
  expect(outcome('not-signed-in', 401)).toBe('sign-in');
  expect(outcome('session-ended', 401)).toBe('sign-in');
  expect(outcome('password-change-required', 403)).toBe('sign-in');
});

test('it is tried soon at first, and at most every five minutes', () => {
  expect([1, 2, 3].map(pauseAfter)).toEqual([5_000, 10_000, 20_000]);
  expect(pauseAfter(50)).toBe(300_000);
});

test('an account sends its own, oldest first, and neither drafts nor what was refused', () => {
  const one = (accountId: string, state: string, madeAt: string) => ({ accountId, state, madeAt });
  const entries = [
    one('a', 'waiting', '2026-12-02'),
    one('a', 'draft', '2026-12-01'),
    one('b', 'waiting', '2026-12-01'),
    one('a', 'refused', '2026-12-01'),
    // Whoever was at it is gone: the lock is ours.
    one('a', 'sending', '2026-12-01'),
  ];
  expect(dueOf(entries, 'a').map(({ state }) => state)).toEqual(['sending', 'waiting']);
});

const device = { accountId: 'a', unsent: 0 };
const standing = { status: 'signed-out' as const, device, pathname: '/reports/1/2', isLost: false };

test('an ended session leaves the page that is written on while something is not sent', () => {
  expect(awayAccount({ ...standing, device: { ...device, unsent: 1 } })).toBe('a');
  expect(
    awayAccount({ ...standing, device: { ...device, unsent: 1 }, pathname: '/map' }),
  ).toBeNull();
  expect(awayAccount(standing)).toBeNull();
});

test('where nobody can be asked, the account of the device goes on; after signing out there is none', () => {
  expect(awayAccount({ ...standing, status: 'unknown', isLost: true })).toBe('a');
  expect(awayAccount({ ...standing, isLost: true })).toBe('a');
  expect(awayAccount({ ...standing, status: 'unknown' })).toBeNull();
  expect(awayAccount({ ...standing, device: null, isLost: true })).toBeNull();
  expect(awayAccount({ ...standing, status: 'signed-in', isLost: true })).toBeNull();
});

test('reports, the log and what waits are written on; a page with such a beginning alone is not', () => {
  expect(['/reports', '/reports/a/b', '/incidents', '/outbox'].every(isWrittenOn)).toBe(true);
  expect(['/', '/report-completeness', '/reportsx', '/units'].some(isWrittenOn)).toBe(false);
});

test('who is where things happen takes pages along; who lays down the forms or only reads does not', () => {
  const roles = Object.entries(permissionsOf).filter(([, held]) => takesAlong(held));
  expect(roles.map(([role]) => role)).toEqual(['commune-officer', 'team-leader']);
});
