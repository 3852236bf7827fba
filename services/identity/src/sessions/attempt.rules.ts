import type { IdentitySettings } from '../config.ts';

type Locks = Pick<IdentitySettings, 'LOCK_FIRST_SECONDS' | 'LOCK_LONGEST_MINUTES'>;

/**
 * How long a door stays shut after so many wrong passwords in a row (0 = not): from `after` on twice as long
 * each time, up to the longest. A lock lifts by itself; an administrator may lift it before.
 */
export function lockSeconds(wrong: number, after: number, settings: Locks): number {
  if (wrong < after) return 0;
  const longest = settings.LOCK_LONGEST_MINUTES * 60;
  const doublings = Math.min(wrong - after, 20);
  return Math.min(settings.LOCK_FIRST_SECONDS * 2 ** doublings, longest);
}

/** A place that passwords are tried from. One household or office has a /64 of IPv6 to itself. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [left, right] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
