import { searchKey } from '@antt/kernel';

/** Number of letters to change, add or leave out to get from one text to the other; at most `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * What a text may have been meant to say, nearest first: the same without diacritics, or a letter or two
 * away (none in very short ones). Only ever offered, never taken.
 */
export function nearest<T>(
  text: string,
  options: Iterable<T>,
  keyOf: (option: T) => string,
  count = 5,
): T[] {
  const key = searchKey(text);
  const limit = key.length <= 3 ? 0 : key.length <= 6 ? 1 : 2;
  const found: { option: T; distance: number }[] = [];
  for (const option of options) {
    const distance = editDistance(key, keyOf(option), limit);
    if (distance <= limit) found.push({ option, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, count).map(({ option }) => option);
}
