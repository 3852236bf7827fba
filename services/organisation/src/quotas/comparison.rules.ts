import type { QuotaComparisonRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

type Parent = QuotaComparisonRow['parent'];
export type SideRow = {
  unitId: string;
  /** The day from which the side gives it this. */
  on: PlainDate;
  villages: number | null;
  teams: number;
  members: number;
  code: string;
  name: string;
  kind: string;
  parent: Parent;
};
export type Step = { predecessorId: string; successorId: string };
/** A commune that lineage may join to others, with days on which it stands. */
export type JoinedUnit = Pick<SideRow, 'unitId' | 'code' | 'name' | 'kind'> & {
  validFrom: PlainDate;
  validTo: PlainDate | null;
};
type Joined = { before: readonly JoinedUnit[]; after: readonly JoinedUnit[] };
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
 * became. Whole groups are compared, so nothing is apportioned and both totals stay exact. `joined` has the units
 * of sides that are decisions: those of a group that stand there unnamed are told, since it says nothing of them.
 */
export function compared(
  before: readonly SideRow[],
  after: readonly SideRow[],
  steps: readonly Step[],
  joined: Joined,
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
  const grouped = (units: readonly JoinedUnit[]) => {
    const byKey = new Map<string, JoinedUnit[]>();
    for (const unit of units) {
      const key = find(unit.unitId);
      byKey.set(key, [...(byKey.get(key) ?? []), unit]);
    }
    return byKey;
  };
  const unitsOf = { before: grouped(joined.before), after: grouped(joined.after) };
  const groups = new Map<string, { key: string; before: SideRow[]; after: SideRow[] }>();
  const groupOf = (id: string) => {
    const key = find(id);
    const group = groups.get(key) ?? { key, before: [], after: [] };
    groups.set(key, group);
    return group;
  };
  // The order of the later side first: that is the list people read today.
  for (const row of after) groupOf(row.unitId).after.push(row);
  for (const row of before) groupOf(row.unitId).before.push(row);
  return [...groups.values()].map((group) => ({
    before: sideOf(group.before, unitsOf.before.get(group.key)),
    after: sideOf(group.after, unitsOf.after.get(group.key)),
    parent: (group.after[0] ?? group.before[0])!.parent,
  }));
}

type Side = QuotaComparisonRow['before'];

const unitOf = ({
  unitId,
  code,
  name,
  kind,
}: Pick<SideRow, 'unitId' | 'code' | 'name' | 'kind'>) => ({
  ...{ id: unitId, code, name, kind },
});

function sideOf(rows: SideRow[], joined: readonly JoinedUnit[] = []): Side {
  const unnamed = unnamedOf(rows, joined);
  return {
    units: rows.map(unitOf),
    figures: rows.length === 0 ? null : totalOf(rows),
    ...(unnamed.length > 0 && { unnamed }),
  };
}

/** What stands beside the named communes on the day that the last of them got its quota. */
function unnamedOf(rows: SideRow[], joined: readonly JoinedUnit[]): Side['units'] {
  if (rows.length === 0) return [];
  const on = rows.map((row) => row.on).reduce((last, one) => (one > last ? one : last));
  const named = new Set(rows.map(({ unitId }) => unitId));
  return joined
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo))
    .filter(({ unitId }) => !named.has(unitId))
    .map(unitOf);
}
