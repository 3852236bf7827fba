import type { compareCoverage, Scale } from '@antt/contracts';
import { diverging } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { PointFigure } from './point-figure.ts';

export type ComparedUnit = Output<typeof compareCoverage>['items'][number];

/** Later less earlier; null where one of the two days has no figure to compare. */
export function changeOf({ before, after }: ComparedUnit, name: PointFigure): number | null {
  const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
  return was === null || is === null ? null : is - was;
}

/** A figure of all units; null where none of them has it. */
export function sumOf(
  rows: readonly ComparedUnit[],
  side: 'before' | 'after',
  name: PointFigure,
): number | null {
  const known = rows.flatMap((row) => row[side]?.[name] ?? []);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/**
 * Five classes around no change; between a small and a great change lies the middle of all changes, so that the
 * same classes serve one team and a thousand people.
 */
export function changeScale(changes: readonly (number | null)[]): Scale {
  const sizes = changes.flatMap((value) => (value ? [Math.abs(value)] : [])).sort((a, b) => a - b);
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? 1;
  const steps = [-middle, 0, 1, middle + 1];
  return {
    kind: 'difference',
    rule: 'fixed',
    classes: diverging.map((colour, index) => ({
      from: steps[index - 1] ?? null,
      to: steps[index] ?? null,
      colour,
    })),
  };
}
