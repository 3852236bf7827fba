import type { QuotaComparisonRow } from '@antt/contracts';

type Parent = QuotaComparisonRow['parent'];
export type SideRow = {
  unitId: string;
  villages: number | null;
  teams: number;
  members: number;
  code: string;
  name: string;
  kind: string;
  parent: Parent;
};
export type Step = { predecessorId: string; successorId: string };
export type Figures = { villages: number | null; teams: number; members: number };

/** What rows say together; villages are unknown where no row tells them. */
export function totalOf(rows: readonly SideRow[]): Figures {
  const known = rows.flatMap(({ villages }) => (villages === null ? [] : [villages]));
  return {
    villages: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    teams: rows.reduce((sum, { teams }) => sum + teams, 0),
    members: rows.reduce((sum, { members }) => sum + members, 0),
  };
}

/**
 * Rows of both sides that lineage joins: a commune stands beside itself, or beside all that it came of and
 * became. Whole groups are compared, so nothing is apportioned and both totals stay exact.
 */
export function compared(
  before: readonly SideRow[],
  after: readonly SideRow[],
  steps: readonly Step[],
): QuotaComparisonRow[] {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    while (leader.has(at)) at = leader.get(at)!;
    if (at !== id) leader.set(id, at);
    return at;
  };
  for (const { predecessorId, successorId } of steps) {
    const [a, b] = [find(predecessorId), find(successorId)];
    if (a !== b) leader.set(a, b);
  }
  const groups = new Map<string, { before: SideRow[]; after: SideRow[] }>();
  const groupOf = (id: string) => {
    const key = find(id);
    const group = groups.get(key) ?? { before: [], after: [] };
    groups.set(key, group);
    return group;
  };
  // The order of the later side first: that is the list people read today.
  for (const row of after) groupOf(row.unitId).after.push(row);
  for (const row of before) groupOf(row.unitId).before.push(row);
  return [...groups.values()].map((group) => ({
    before: sideOf(group.before),
    after: sideOf(group.after),
    parent: (group.after[0] ?? group.before[0])!.parent,
  }));
}

function sideOf(rows: SideRow[]): QuotaComparisonRow['before'] {
  return {
    units: rows.map(({ unitId, code, name, kind }) => ({ id: unitId, code, name, kind })),
    figures: rows.length === 0 ? null : totalOf(rows),
  };
}
