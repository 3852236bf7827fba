import { teamsImported } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { type Importer, publish, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { assertInside } from '../scope.ts';
import { read } from './reading-worker.ts';
import { finding } from './row-problem.ts';

const villageSql = sql(import.meta.url, './team-villages.sql');
const writeSql = sql(import.meta.url, './team-write.sql');

/** A row of a file of teams: villages by code, or by name within the commune. */
export type TeamRow = {
  at: string;
  code: string;
  name: string;
  communeCode: string | null;
  communeName: string | null;
  villageCodes: string[];
  villageNames: string[];
  foundedOn: string;
  dissolvedOn: string | null;
  decisionNumber: string;
  decisionSignedOn: string | null;
};

/** Teams with their villages and their founding and dissolving days. */
export const teamImporter: Importer<TeamRow[]> = {
  kind: 'teams',
  permission: 'team.write',
  read: (file) => read('teams', file),
  async apply(tx, rows, _file, { jobId }) {
    const staged = rows.map((row, n) => ({
      ...row,
      n,
      new_id: uuidv7(),
      search_key: searchKey(row.name),
    }));
    await tx.query(villageSql, [JSON.stringify(staged)]);
    const problems = await check(tx);
    if (problems.length > 0) return { counts: { read: rows.length }, problems };
    await assertEachInside(tx);
    const [counts] = await tx.query(writeSql, [JSON.stringify(staged)]);
    if (counts.added + counts.changed > 0) await publish(tx, teamsImported, { jobId, counts });
    return { counts: { read: rows.length, ...counts }, problems };
  },
};

async function check(tx: EntityManager) {
  const rows: { code: string; at: string; unit: string | null; on: string }[] = await tx.query(
    `select case when village_id is null then coalesce(reason, 'unit-unknown')
                 else 'unit-twice' end as code,
            at, village as unit, founded_on as on
       from (select *, row_number() over (partition by n, village_id order by village) as k
               from held) h
      where village_id is null or k > 1 order by n limit 1000`,
  );
  const twice: { at: string; value: string }[] = await tx.query(
    `select at, code as value from (select distinct n, at, code from held) r
      where code in (select code from (select distinct n, code from held) d
                      group by code having count(*) > 1) order by n limit 1000`,
  );
  return [
    ...rows.map(({ code, at, unit, on }) => finding(code, at, { unit, on })),
    ...twice.map(({ at, value }) => finding('value-twice', at, { value, column: 'code' })),
  ];
}

/** Both the villages that the file gives a team and those that it takes from one that is there. */
async function assertEachInside(tx: EntityManager): Promise<void> {
  const days: { on: string; ids: string[] }[] = await tx.query(
    `select founded_on as on, array_agg(village_id) as ids
       from (select founded_on, village_id from held
             union select tv.valid_from, tv.village_id from held h
               join team t on t.code = h.code join team_village tv on tv.team_id = t.id) v
      group by founded_on`,
  );
  for (const { on, ids } of days) await assertInside(tx, 'team.write', ids, on);
}
