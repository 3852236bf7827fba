import type { Coverage, Gap, Level, Measured } from '@antt/contracts';
import { useMemo } from 'react';
import type { Fill } from '../../map/map-state.ts';
import { readings, type CoverageMetric } from '@antt/contracts';
import { classCounts, classOf, scaleFor } from '@antt/contracts';
import { answers } from '../../search.rules.ts';
import { unitName } from '../../unit-name.ts';
import type { WorkCounts } from '../worklist/use-work-by-unit.ts';

export const gapsOfTheDay: Gap[] = ['teams-short', 'workplace-missing'];

/** The rows that are shown: with any of the gaps asked for, and with the words typed in their name. */
export function filtered(
  rows: readonly Measured[],
  gaps: readonly Gap[],
  typed: string,
): Measured[] {
  return rows.filter(
    (row) =>
      (gaps.length === 0 || gaps.some((gap) => row.gaps.includes(gap))) &&
      answers(unitName(row.unit), typed),
  );
}

/** How many rows have each gap, before any filter: what the chips say. */
export function gapCounts(rows: readonly Coverage[]): Record<Gap, number> {
  const counts = {
    'villages-uncovered': 0,
    'teams-short': 0,
    'teams-over': 0,
    'workplace-missing': 0,
    'quota-missing': 0,
    'consolidation-overdue': 0,
  };
  for (const { gaps } of rows) for (const gap of gaps) counts[gap]++;
  return counts;
}

const none: Measured[] = [];

/** Units with the work that waits in them: a unit that is not told of has none, once anything is told of its level. */
export function withWork(
  items: readonly Coverage[],
  counts: WorkCounts | null,
  level: Level,
): Measured[] {
  return items.map((row) =>
    counts && row.unit.level === level
      ? { ...row, work: counts.byUnit.get(row.unit.id) ?? 0 }
      : row,
  );
}

/** The same rows as a table shows them, as a map colours them and as a legend counts them. */
export function useFigures(
  items: Measured[] = none,
  metric: CoverageMetric,
  gaps: Gap[],
  typed: string,
  /** What the list of the metric has in all, where it has one. */
  total?: number,
) {
  const byId = useMemo(() => new Map(items.map((row) => [row.unit.id, row])), [items]);
  const rows = useMemo(() => filtered(items, gaps, typed), [items, gaps, typed]);
  const scale = useMemo(() => scaleFor(metric, items.map(readings[metric].value)), [items, metric]);
  const counts = useMemo(
    () => classCounts(scale, rows.map(readings[metric].value)),
    [rows, scale, metric],
  );
  const fills = useMemo((): Fill[] => {
    const shown = new Set(rows.map(({ unit }) => unit.id));
    return items.map((row) => {
      const at = classOf(scale, readings[metric].value(row));
      return {
        id: row.unit.id,
        colour: at === null ? null : scale.classes[at]!.colour,
        muted: !shown.has(row.unit.id),
      };
    });
  }, [items, rows, scale, metric]);
  // Whose names the map shows first: what the filter leaves, else what lacks something.
  const wanted = useMemo(() => {
    const looked = gaps.length > 0 || typed.trim() !== '';
    const lacking = ({ gaps }: Coverage) => gapsOfTheDay.some((gap) => gaps.includes(gap));
    return (looked ? rows : rows.filter(lacking)).map(({ unit }) => unit.id);
  }, [rows, gaps, typed]);
  return {
    byId,
    rows,
    scale,
    counts,
    fills,
    wanted,
    /** What no unit of the map has. */
    elsewhere: useMemo(
      () => Math.max(0, (total ?? 0) - items.reduce((sum, { work }) => sum + (work ?? 0), 0)),
      [items, total],
    ),
    gapCounts: useMemo(() => gapCounts(items), [items]),
  };
}
