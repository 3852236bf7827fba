import type { QuotaRow } from '@antt/contracts';
import { roman } from '@antt/contracts/text/roman';
import { compareNames, splitKind } from '@antt/kernel';
import { answers } from '../../search.rules.ts';
import { unitName } from '../../unit-name.ts';

/** What the teams active on the day lack of the decision (negative) or have beyond it. */
export const differenceOf = ({ active, teams }: { active: number; teams: number }) =>
  active - teams;

export const counted = [
  'villages',
  'teams',
  'active',
  'members',
  'leaders',
  'deputies',
  'ordinary',
] as const;
export type Counted = (typeof counted)[number];

/** Totals of rows; null where no row says anything. */
export type Sums = Record<Counted | 'norm' | 'serving', number | null>;

export function sumOf(rows: readonly QuotaRow[]): Sums {
  const total = (of: (row: QuotaRow) => number | null) => {
    const known = rows.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const sums = counted.map((name) => [name, total((row) => row[name])] as const);
  const norm = total((row) => row.norm?.teams ?? null);
  const serving = total((row) => row.serving ?? null);
  return { ...(Object.fromEntries(sums) as Record<Counted, number | null>), norm, serving };
}

/** Teams missing where there are too few, and to spare where there are too many: one does not make up for the other. */
export function gapsOf(rows: readonly QuotaRow[]) {
  const gaps = { short: 0, shortTeams: 0, over: 0, overTeams: 0 };
  for (const row of rows) {
    const difference = differenceOf(row);
    if (difference < 0) {
      gaps.short += 1;
      gaps.shortTeams -= difference;
    } else if (difference > 0) {
      gaps.over += 1;
      gaps.overTeams += difference;
    }
  }
  return gaps;
}

export const gapFilters = ['all', 'short', 'over'] as const;
export type GapFilter = (typeof gapFilters)[number];

/** The rows that a search and a filter leave; a district's name finds its communes. */
export function shownRows(
  rows: readonly QuotaRow[],
  { q, gap }: { q: string; gap: GapFilter },
): QuotaRow[] {
  return rows.filter((row) => {
    const difference = differenceOf(row);
    if (gap === 'short' && difference >= 0) return false;
    if (gap === 'over' && difference <= 0) return false;
    const above = row.parent ? unitName(row.parent) : '';
    return answers(unitName(row.unit), q) || answers(above, q);
  });
}

export type QuotaGroup = { id: string; name: string; rows: QuotaRow[]; sums: Sums };

/** Communes under their district, both in the order of the list of units, as annexes have them. */
export function groupsOf(rows: readonly QuotaRow[]): QuotaGroup[] {
  const groups = new Map<string, QuotaGroup>();
  for (const row of rows) {
    const id = row.parent?.id ?? '';
    const group = groups.get(id) ?? {
      id,
      name: row.parent ? unitName(row.parent) : '',
      rows: [],
      sums: sumOf([]),
    };
    group.rows.push(row);
    groups.set(id, group);
  }
  for (const group of groups.values()) group.sums = sumOf(group.rows);
  return [...groups.values()];
}

export const sortable = ['unit', ...counted, 'difference'] as const;
export type SortColumn = (typeof sortable)[number];
export type QuotaSort = { column: SortColumn; down: boolean };

function keyOf(row: QuotaRow, column: SortColumn): number | string | null {
  if (column === 'unit') return splitKind(row.unit.name, 'commune').name;
  return column === 'difference' ? differenceOf(row) : row[column];
}

export function sortedRows(rows: readonly QuotaRow[], { column, down }: QuotaSort): QuotaRow[] {
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row, column) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === 'number') return sign * (a.key - Number(b.key));
      return sign * compareNames(a.key, String(b.key));
    })
    .map(({ row }) => row);
}

export type QuotaLine =
  | { kind: 'group'; id: string; numeral: string; group: QuotaGroup; folded: boolean }
  | { kind: 'row'; id: string; number: number; row: QuotaRow };

/**
 * Lines of the table: districts with their communes numbered anew in each, as offices write them. A chosen
 * order, or a single unit above all, makes one plain list.
 */
export function linesOf(
  rows: readonly QuotaRow[],
  sort: QuotaSort | undefined,
  folded: ReadonlySet<string> = new Set(),
): QuotaLine[] {
  const numbered = (list: readonly QuotaRow[]): QuotaLine[] =>
    list.map((row, index) => ({ kind: 'row', id: row.id, number: index + 1, row }));
  if (sort) return numbered(sortedRows(rows, sort));
  const groups = groupsOf(rows);
  if (groups.length < 2) return numbered(rows);
  return groups.flatMap((group, index) => {
    const closed = folded.has(group.id);
    const id = `group-${group.id}`;
    return [
      { kind: 'group', id, numeral: roman(index + 1), group, folded: closed } as const,
      ...(closed ? [] : numbered(group.rows)),
    ];
  });
}

/** Why norm, decision and what is there differ, in the order in which somebody asks. */
export type Reason = {
  id:
    | 'no-norm'
    | 'norm-even'
    | 'norm-above'
    | 'norm-below'
    | 'short'
    | 'over'
    | 'over-on-roadmap'
    | 'over-beyond-roadmap'
    | 'even'
    | 'serving-unknown'
    | 'serving-fewer'
    | 'serving-more'
    | 'serving-even';
  values: Record<string, string | number>;
};

export function reasonsOf(row: QuotaRow): Reason[] {
  const { teams, active, norm, surplus } = row;
  const given = norm?.teams ?? null;
  const reasons: Reason[] = [];
  if (given === null) reasons.push({ id: 'no-norm', values: {} });
  else if (given === teams) reasons.push({ id: 'norm-even', values: {} });
  else {
    const id = teams > given ? 'norm-above' : 'norm-below';
    reasons.push({ id, values: { count: Math.abs(teams - given) } });
  }
  const over = active - teams;
  const values = { count: Math.abs(over) };
  if (over < 0) reasons.push({ id: 'short', values });
  else if (over === 0) reasons.push({ id: 'even', values });
  else if (!surplus) reasons.push({ id: 'over', values });
  else {
    const { teams: lawful, until } = surplus;
    const id = over <= lawful ? 'over-on-roadmap' : 'over-beyond-roadmap';
    reasons.push({ id, values: { count: over, lawful, until } });
  }
  reasons.push(servingReason(row));
  return reasons;
}

/** How many members serve beside how many were given; they may be counted later than Tổ are. */
function servingReason({ serving, members }: QuotaRow): Reason {
  if (serving === null || serving === undefined) return { id: 'serving-unknown', values: {} };
  if (serving === members) return { id: 'serving-even', values: {} };
  const id = serving < members ? 'serving-fewer' : 'serving-more';
  return { id, values: { count: Math.abs(serving - members) } };
}
