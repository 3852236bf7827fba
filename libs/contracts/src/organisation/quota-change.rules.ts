import type { Output } from '@antt/kernel';
import type { compareQuotas, QuotaComparisonRow } from './quota-comparison.ts';

type Answer = Output<typeof compareQuotas>;
type Sides = Pick<Answer, 'from' | 'to'>;
type Figure = 'teams' | 'members';

/** A decision says nothing of a commune that it does not name; on a day, one without a quota has none. */
export function isUnsaid(row: QuotaComparisonRow, side: 'before' | 'after', sides: Sides): boolean {
  const { instrument } = side === 'before' ? sides.from : sides.to;
  const { figures, unnamed = [] } = row[side];
  return instrument !== null && (figures === null || unnamed.length > 0);
}

/** How many more (or fewer) the later side gives; null where a side says nothing, or not all. */
export function quotaChange(row: QuotaComparisonRow, name: Figure, sides: Sides): number | null {
  if (isUnsaid(row, 'before', sides) || isUnsaid(row, 'after', sides)) return null;
  return (row.after.figures?.[name] ?? 0) - (row.before.figures?.[name] ?? 0);
}

/** The change of all rows of which both sides speak, and how many rows are left out of it. */
export function quotaChanges({ items, ...sides }: Answer, name: Figure) {
  const changes = items.map((row) => quotaChange(row, name, sides));
  return {
    change: changes.reduce((sum: number, one) => sum + (one ?? 0), 0),
    unsaid: changes.filter((one) => one === null).length,
  };
}
