import { teamsImported } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { assertInside, type Importer, publish, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { read } from './reading-worker.ts';
import { finding } from './row-problem.ts';
import { communesUnknown, stageVillages } from './team-stage.ts';

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
    await stageVillages(tx, rows);
    const communes = await communesUnknown(tx, rows);
    const homeless = new Set(communes.map(({ at }) => at));
    const found = await check(tx);
    // Of a commune that is not there no village can be.
    const problems = [
      ...communes,
      ...found.filter(({ code, at }) => code !== 'unit-unknown' || !homeless.has(at)),
    ];
    if (problems.length > 0) return { counts: { read: rows.length }, problems };
    await assertEachInside(tx);
    // Asked once for all teams of the file, not once a row (law BR-12).
    await tx.query(`select set_config('antt.checks_teams', 'once', true)`);
    const [counts] = await tx.query(writeSql, [JSON.stringify(staged)]);
    await tx.query(
      `select team_covers_one_commune(array(
         select t.id from team t where t.code in (select code from held)))`,
    );
    if (counts.added + counts.changed > 0) await publish(tx, teamsImported, { jobId, counts });
    return { counts: { read: rows.length, ...counts }, problems };
  },
};

async function check(tx: EntityManager) {
  const rows: { at: string; reason: string; unit: string; on: string; found: string }[] =
    await tx.query(
      `select at, reason, village as unit, founded_on as on, found
         from held where village_id is null order by n limit 1000`,
    );
  const repeated: { at: string; unit: string }[] = await tx.query(
    `select at, village as unit
       from (select *, row_number() over (partition by n, village_id order by village) as k
               from held where village_id is not null) h
      where k > 1 order by n limit 1000`,
  );
  const twice: { at: string; value: string; other: string }[] = await tx.query(
    `select at, code as value, other
       from (select *, first_value(at) over (partition by code order by n) as other,
                    count(*) over (partition by code) as times
               from (select distinct n, at, code from held) r) r
      where times > 1 order by n limit 1000`,
  );
  // Law 30/2023/QH15 Art. 17: a dissolved team does not come back; what is founded again is another one.
  const reopened: { at: string; team: string; on: string }[] = await tx.query(
    `select distinct h.n, h.at, t.code as team, t.dissolved_on as on
       from held h join team t on t.code = h.code
      where t.dissolved_on <= h.founded_on order by h.n limit 1000`,
  );
  return [
    ...rows.map(({ at, reason, unit, on, found }) => finding(reason, at, { unit, on, found })),
    ...repeated.map(({ at, unit }) => finding('unit-twice', at, { unit, other: at })),
    ...twice.map(({ at, value, other }) =>
      finding('value-twice', at, { value, column: 'code', other }),
    ),
    ...reopened.map(({ at, team, on }) => finding('team-is-dissolved', at, { team, on })),
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
