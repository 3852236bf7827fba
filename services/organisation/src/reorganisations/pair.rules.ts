import {
  type Level,
  type Lineage,
  type ReorganisationPlan,
  type RowProblem,
  UnitKind,
} from '@antt/contracts';
import { kindsOf, nameKey, type PlainDate, splitKind } from '@antt/kernel';
import { finding } from '../imports/row-problem.ts';
import type { PairRow, StandingUnit } from './reorganisation-import.ts';

type Settings = { list: string; closes: string; eve: PlainDate; newId: () => string };
type Founded = ReorganisationPlan['founded'][number] & { row: PairRow };
type Changed = ReorganisationPlan['changed'][number];

const above: Record<Level, Level[]> = {
  village: ['commune'],
  commune: ['district', 'province'],
  district: ['province'],
  province: [],
};

/** Rows of old → new units as a plan; a new unit under the code of a standing one is that unit, going on. */
export function planOf(
  rows: PairRow[],
  units: StandingUnit[],
  { list, closes, eve, newId }: Settings,
) {
  const problems: RowProblem[] = [];
  const standing = new Standing(units);
  const founded = new Map<string, Founded>();
  const changed = new Map<string, Changed>();
  const successorOf = new Map<PairRow, string>();
  const seen = new Set<string>();
  const codes = new Set<string>();
  const pairs: { row: PairRow; from: StandingUnit; to: string | null }[] = [];
  const listOf = (level: Level, given: string) => (level === 'village' ? 'village' : given);

  for (const row of rows) {
    const from = row.oldCode || row.oldName ? standing.find(row, listOf(row.level, closes)) : null;
    if (!from && (row.oldCode || row.oldName)) {
      const members = { unit: row.oldName ?? '', unitCode: row.oldCode ?? '', found: '–', on: eve };
      problems.push(finding('unit-code-unknown', row.at, members));
      continue;
    }
    const to = row.newName ? successor(row, from) : null;
    if (to) successorOf.set(row, to);
    const oddly = row.level === 'village' && row.newName && oddKind(row, from);
    if (oddly) problems.push(oddly);
    if (!from) continue;
    const pair = `${from.id} ${to}`;
    if (to && seen.has(pair)) {
      const members = { unit: from.name, successor: row.newName };
      problems.push(finding('pair-repeated', row.at, members));
      continue;
    }
    seen.add(pair);
    pairs.push({ row, from, to });
  }
  for (const unit of founded.values()) unit.parentId = parentOf(unit) ?? unit.parentId;

  function successor(row: PairRow, from: StandingUnit | null): string | null {
    const { kind, name } = splitKind(row.newName!, row.level);
    const code = row.newCode ?? (row.level === 'village' ? (from?.code ?? null) : null);
    if (!code) {
      problems.push(finding('value-missing', row.at, { column: 'Mã mới' }));
      return null;
    }
    const other = kind === null ? splitKind(row.newName!).kind : null;
    const known = UnitKind.safeParse(kind ?? (row.level === 'village' && !other ? 'thôn' : ''));
    if (!known.success) {
      const allowed = kindsOf(row.level).join('; ');
      const members = { unit: row.newName, kind: other, level: row.level, chosen: 'file', allowed };
      problems.push(finding(other ? 'kind-not-of-level' : 'kind-missing', row.at, members));
      return null;
    }
    const own = standing.byCode(row.level, listOf(row.level, list), code);
    const households = row.households ?? undefined;
    if (own && row.newCode) {
      const said = {
        ...(own.name !== name && { name }),
        ...(kind && { kind: known.data }),
        ...(households !== undefined && { households }),
      };
      if (Object.keys(said).length > 0) changed.set(own.id, { ...said, id: own.id });
      return own.id;
    }
    // Villages often have no code of their own yet: then the name within the commune tells them apart.
    const key = `${row.level} ${row.newCode ?? `${from?.parentId} ${nameKey(name)}`}`;
    let unit = founded.get(key);
    if (!unit) {
      const identity = { id: newId(), level: row.level, kind: known.data };
      const inList = { list: listOf(row.level, list), code: row.newCode ?? unused(code), name };
      unit = { ...identity, ...inList, households, parentId: from?.parentId ?? null, row };
      founded.set(key, unit);
    }
    return unit.id;
  }

  /** The commune whose village a row speaks of, as it stands on the eve. */
  function communeOf(row: PairRow): StandingUnit | null {
    if (row.level !== 'village') return null;
    const from = row.oldCode || row.oldName ? standing.find(row, 'village') : null;
    if (from?.parentId) return standing.byId(from.parentId) ?? null;
    const code = row.parentCode ?? row.newParentCode;
    return code ? (standing.byCode('commune', list, code) ?? null) : null;
  }

  /** Decree 185/2026/NĐ-CP Art. 2.3: thôn in a xã, tổ dân phố in a phường; local names are allowed (2.4). */
  function oddKind(row: PairRow, from: StandingUnit | null): RowProblem | null {
    const commune = communeOf(row);
    const kind = splitKind(row.newName!, 'village').kind ?? 'thôn';
    const urban = kind === 'tổ dân phố';
    if (!from || !commune || !['xã', 'phường'].includes(commune.kind)) return null;
    if (urban === (commune.kind === 'phường')) return null;
    const members = { unit: row.newName, kind, commune: `${commune.kind} ${commune.name}` };
    return finding('village-kind-unusual', row.at, members, 'warning');
  }

  /** Two villages made of one cannot both go on under its code. */
  function unused(code: string): string {
    let [free, n] = [code, 2];
    while (codes.has(free)) free = `${code}-${n++}`;
    codes.add(free);
    return free;
  }

  function parentOf({ level, row }: Founded): string | null {
    const code = level === 'village' ? (row.newParentCode ?? row.parentCode) : row.newParentCode;
    if (!code) return null;
    for (const over of above[level]) {
      const found =
        founded.get(`${over} ${code}`) ??
        standing.byCode(over, list, code) ??
        standing.byCode(over, closes, code);
      if (found) return found.id;
    }
    problems.push(
      finding('parent-unknown', row.at, { unit: row.newName, unitCode: row.newCode, parent: code }),
    );
    return null;
  }

  const lineage = lineageOf(pairs);
  const goesOn = new Set([...successorOf.values()]);
  const ended = [...new Set(pairs.map(({ from }) => from.id))].filter((id) => !goesOn.has(id));
  const begun = [...founded.values()].map(({ row: _, ...unit }) => unit);
  const parts = { founded: begun, changed: [...changed.values()], ended, lineage };
  return { parts, problems, communeOf };
}

/** Shares as the file says them; who ends goes on as a whole, so shares that miss one are stretched to it. */
function lineageOf(pairs: { row: PairRow; from: StandingUnit; to: string | null }[]): Lineage[] {
  const byUnit = new Map<string, typeof pairs>();
  for (const pair of pairs) byUnit.set(pair.from.id, [...(byUnit.get(pair.from.id) ?? []), pair]);
  return [...byUnit].flatMap(([predecessorId, parts]) => {
    const goals = parts.filter(({ to }) => to !== null);
    const given = goals.map(({ row }) => Math.max(row.share ?? 1 / goals.length, 1e-6));
    const all = given.reduce((sum, share) => sum + share, 0);
    return goals.flatMap(({ to }, n) =>
      to === predecessorId ? [] : [{ predecessorId, successorId: to!, share: given[n]! / all }],
    );
  });
}

class Standing {
  private readonly ids: ReadonlyMap<string, StandingUnit>;
  private readonly codes = new Map<string, StandingUnit>();
  private readonly names = new Map<string, StandingUnit | null>();

  constructor(units: StandingUnit[]) {
    this.ids = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      this.codes.set(`${unit.level} ${unit.list} ${unit.code}`, unit);
      const parent = unit.parentId && this.ids.get(unit.parentId);
      if (unit.level !== 'village' || !parent) continue;
      const key = `${parent.code} ${nameKey(unit.name)}`;
      // Two of one name are told apart by their codes alone.
      this.names.set(key, this.names.has(key) ? null : unit);
    }
  }

  byId(id: string): StandingUnit | undefined {
    return this.ids.get(id);
  }

  byCode(level: Level, list: string, code: string): StandingUnit | undefined {
    return this.codes.get(`${level} ${list} ${code}`);
  }

  find({ level, oldCode, oldName, parentCode }: PairRow, list: string): StandingUnit | null {
    if (oldCode) {
      // An island district without communes became a commune-level unit itself.
      const island = level === 'commune' ? this.byCode('district', list, oldCode) : undefined;
      return this.byCode(level, list, oldCode) ?? island ?? null;
    }
    if (level !== 'village' || !oldName || !parentCode) return null;
    return this.names.get(`${parentCode} ${nameKey(splitKind(oldName, level).name)}`) ?? null;
  }
}
