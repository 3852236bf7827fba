import type { RowProblem } from '@antt/contracts';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { finding } from './row-problem.ts';
import type { TeamRow } from './team-import.ts';
import {
  isNameOf,
  lookUpKeys,
  meantOf,
  type NamedVillage,
  type VillageOfDay,
} from './team-village.rules.ts';

const communeSql = sql(import.meta.url, './team-communes.sql');
const villageSql = sql(import.meta.url, './team-villages.sql');

type Named = NamedVillage & { k: number; n: number; row: TeamRow };

/** Stages which villages each row names (table `held`), as of the day its team was founded. */
export async function stageVillages(tx: EntityManager, rows: readonly TeamRow[]): Promise<void> {
  const named = rows.flatMap(namedIn).map((one, k) => ({ ...one, k }));
  const found: (VillageOfDay & { k: number })[] = await tx.query(villageSql, [
    JSON.stringify(named.map(lookedUp)),
  ]);
  const likely = byKey(found);
  await tx.query(
    `create temporary table held on commit drop as
     select * from jsonb_to_recordset($1) as h(n int, at text, code text, founded_on date,
       village text, village_id uuid, reason text, found text)`,
    [JSON.stringify(named.map((one) => stagedOf(one, likely.get(one.k) ?? [])))],
  );
}

type UnitOfDay = { name: string; kind: string };

/** Rows whose commune does not stand on the day: their villages cannot be looked for at all. */
export async function communesUnknown(
  tx: EntityManager,
  rows: readonly TeamRow[],
): Promise<RowProblem[]> {
  const keyOf = ({ communeCode, communeName, foundedOn }: TeamRow) =>
    JSON.stringify([communeCode, communeName, foundedOn]);
  const naming = rows.filter(({ communeCode, communeName }) => communeCode ?? communeName);
  const named = [...new Map(naming.map((row) => [keyOf(row), row])).values()];
  const asked = named.map(({ communeCode, communeName, foundedOn }, k) => ({
    k,
    code: communeCode,
    keys: communeCode || !communeName ? null : lookUpKeys(communeName, 'commune'),
    foundedOn,
  }));
  const found: (UnitOfDay & { k: number })[] = await tx.query(communeSql, [JSON.stringify(asked)]);
  const likely = byKey(found);
  const lost = new Set<string>();
  named.forEach((row, k) => {
    const { communeCode, communeName } = row;
    const isMeant = (unit: UnitOfDay) =>
      communeCode !== null || isNameOf(communeName ?? '', unit, 'commune');
    if (!(likely.get(k) ?? []).some(isMeant)) lost.add(keyOf(row));
  });
  return naming
    .filter((row) => lost.has(keyOf(row)))
    .slice(0, 1_000)
    .map(({ at, communeCode, communeName, foundedOn }) =>
      communeCode
        ? finding('commune-code-unknown', at, { unitCode: communeCode, on: foundedOn })
        : finding('commune-unknown', at, { unit: communeName, on: foundedOn }),
    );
}

function byKey<T extends { k: number }>(found: readonly T[]): Map<number, T[]> {
  const all = new Map<number, T[]>();
  for (const one of found) {
    const others = all.get(one.k);
    if (others) others.push(one);
    else all.set(one.k, [one]);
  }
  return all;
}

/** Names count only where no codes are given. */
function namedIn(row: TeamRow, n: number): Omit<Named, 'k'>[] {
  const by = row.villageCodes.length > 0 ? 'code' : 'name';
  const villages = by === 'code' ? row.villageCodes : row.villageNames;
  const { communeName } = row;
  return villages.map((village) => ({ n, row, by, village, communeName }));
}

function lookedUp({ k, row, by, village, communeName }: Named) {
  return {
    k,
    code: by === 'code' ? village : null,
    keys: by === 'name' ? lookUpKeys(village, 'village') : null,
    communeCode: row.communeCode,
    communeKeys: communeName === null ? null : lookUpKeys(communeName, 'commune'),
    foundedOn: row.foundedOn,
  };
}

function stagedOf(named: Named, likely: readonly VillageOfDay[]) {
  const { n, row, village } = named;
  const ids = new Map(likely.map((one) => [one.id, one]));
  const meant = meantOf(named, [...ids.values()]);
  const offered = (meant.length > 0 ? meant : [...ids.values()]).slice(0, 5);
  return {
    n,
    at: row.at,
    code: row.code,
    founded_on: row.foundedOn,
    village,
    village_id: meant.length === 1 ? meant[0]!.id : null,
    reason: meant.length > 1 ? 'unit-ambiguous' : 'unit-unknown',
    found: offered.map(fullName).join('; ') || '–',
  };
}

function fullName({ kind, name, communeKind, communeName }: VillageOfDay): string {
  return communeName ? `${kind} ${name} (${communeKind} ${communeName})` : `${kind} ${name}`;
}
