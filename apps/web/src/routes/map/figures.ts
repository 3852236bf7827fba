import type { Coverage, Gap } from '@antt/contracts';
import { useMemo } from 'react';
import type { Fill } from '../../map/map-state.ts';
import { readings, type CoverageMetric } from '@antt/contracts';
import { classCounts, classOf, scaleFor } from '@antt/contracts';
import { answers } from '../../search.rules.ts';
import { unitName } from '../../unit-name.ts';

export const gapsOfTheDay: Gap[] = ['teams-short', 'workplace-missing'];

/** The rows that are shown: with any of the gaps asked for, and with the words typed in their name. */
export function filtered(
  rows: readonly Coverage[],
  gaps: readonly Gap[],
  typed: string,
): Coverage[] {
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

const none: Coverage[] = [];

/** The same rows as a table shows them, as a map colours them and as a legend counts them. */
export function useFigures(
  items: Coverage[] = none,
  metric: CoverageMetric,
  gaps: Gap[],
  typed: string,
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
    gapCounts: useMemo(() => gapCounts(items), [items]),
  };
}
