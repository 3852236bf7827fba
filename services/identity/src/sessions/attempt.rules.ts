import type { IdentitySettings } from '../config.ts';

type Locks = Pick<IdentitySettings, 'LOCK_AFTER' | 'LOCK_FIRST_SECONDS' | 'LOCK_LONGEST_MINUTES'>;

/**
 * How long a username is locked after so many wrong passwords in a row (0 = not): from `LOCK_AFTER` on twice
 * as long each time, up to the longest. A lock lifts by itself; an administrator may lift it before.
 */
export function lockSeconds(wrong: number, settings: Locks): number {
  if (wrong < settings.LOCK_AFTER) return 0;
  const longest = settings.LOCK_LONGEST_MINUTES * 60;
  const doublings = Math.min(wrong - settings.LOCK_AFTER, 20);
  return Math.min(settings.LOCK_FIRST_SECONDS * 2 ** doublings, longest);
}
