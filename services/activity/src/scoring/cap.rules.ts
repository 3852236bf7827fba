import type { ScoreTemplateDocument } from '@antt/contracts';

type Cap = NonNullable<ScoreTemplateDocument['cap']>;

/** How many may have the highest grade where so many have it and the second one, rounded down (reporting BR-60). */
export function mostAllowed({ percent, of }: Cap, highest: number, second: number): number {
  return Math.floor(((of === 'second' ? second : highest + second) * percent) / 100);
}

/**
 * How many may have the highest grade when those over it are lowered. Where the base counts the highest too, lowering
 * somebody leaves the base as it is. Null without a cap.
 */
export function mostWithHighest(
  { cap, grades }: Pick<ScoreTemplateDocument, 'cap' | 'grades'>,
  counts: ReadonlyMap<string, number>,
): number | null {
  if (!cap) return null;
  const [highest, second] = grades.map(({ code }) => counts.get(code) ?? 0);
  if (cap.of === 'second-or-better') return mostAllowed(cap, highest!, second!);
  // Who is lowered counts for the base: the most x with x ≤ percent of (second + highest − x).
  const all = highest! + second!;
  let most = Math.min(highest!, mostAllowed(cap, highest!, second!));
  while (most < highest! && (most + 1) * 100 <= cap.percent * (all - most - 1)) most += 1;
  return most;
}
