import type { ScoreTemplateDocument } from '@antt/contracts';

/**
 * How many may have the highest grade: a share of those with the second one, or with it and better, rounded down (reporting
 * BR-60). Where the base counts the highest too, lowering somebody leaves the base as it is. Null without a cap.
 */
export function mostWithHighest(
  { cap, grades }: Pick<ScoreTemplateDocument, 'cap' | 'grades'>,
  counts: ReadonlyMap<string, number>,
): number | null {
  if (!cap) return null;
  const [highest, second] = grades.map(({ code }) => counts.get(code) ?? 0);
  if (cap.of === 'second-or-better') return part(highest! + second!, cap.percent);
  // Who is lowered counts for the base: the most x with x ≤ percent of (second + highest − x).
  const all = highest! + second!;
  let most = Math.min(highest!, part(second!, cap.percent));
  while (most < highest! && (most + 1) * 100 <= cap.percent * (all - most - 1)) most += 1;
  return most;
}

function part(of: number, percent: number): number {
  return Math.floor((of * percent) / 100);
}
