import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import type { TeamRow } from './team-import.ts';
import { lookUpKeys, meantOf, type NamedVillage, type VillageOfDay } from './team-village.rules.ts';

const villageSql = sql(import.meta.url, './team-villages.sql');

type Named = NamedVillage & { k: number; n: number; row: TeamRow };

/** Stages which villages each row names (table `held`), as of the day its team was founded. */
export async function stageVillages(tx: EntityManager, rows: readonly TeamRow[]): Promise<void> {
  const named = rows.flatMap(namedIn).map((one, k) => ({ ...one, k }));
  const likely = new Map<number, VillageOfDay[]>();
  const found: (VillageOfDay & { k: number })[] = await tx.query(villageSql, [
    JSON.stringify(named.map(lookedUp)),
  ]);
  for (const village of found) {
    const others = likely.get(village.k);
    if (others) others.push(village);
    else likely.set(village.k, [village]);
  }
  await tx.query(
    `create temporary table held on commit drop as
     select * from jsonb_to_recordset($1) as h(n int, at text, code text, founded_on date,
       village text, village_id uuid, reason text, found text)`,
    [JSON.stringify(named.map((one) => stagedOf(one, likely.get(one.k) ?? [])))],
  );
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
