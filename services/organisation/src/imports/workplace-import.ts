import { workplacesImported } from '@antt/contracts';
import { assertInside, type Importer, publish, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { read } from './reading-worker.ts';
import { finding } from './row-problem.ts';

const stageSql = sql(import.meta.url, './workplace-stage.sql');
const writeSql = sql(import.meta.url, './workplace-write.sql');

/** A row of a file of workplaces; the village by its code, the teams it serves by theirs. */
export type WorkplaceRow = {
  at: string;
  code: string;
  name: string;
  kind: 'office' | 'culture-house' | 'police-office' | 'shared';
  villageCode: string;
  teamCodes: string[];
  lon: number;
  lat: number;
  address: string;
  validFrom: string;
  validTo: string | null;
};

/** Workplaces as points with the teams they serve; a team leaves one where it enters the next. */
export const workplaceImporter: Importer<WorkplaceRow[]> = {
  kind: 'workplaces',
  permission: 'workplace.write',
  read: (file) => read('workplaces', file),
  async apply(tx, rows, _file, { jobId }) {
    const staged = rows.map((row, n) => ({ ...row, n, new_id: uuidv7() }));
    await tx.query(stageSql, [JSON.stringify(staged)]);
    const { errors, warnings } = await check(tx);
    if (errors.length > 0) return { counts: { read: rows.length }, problems: errors };
    await assertEachInside(tx);
    const [counts] = await tx.query(writeSql);
    if (counts.added + counts.changed > 0) await publish(tx, workplacesImported, { jobId, counts });
    return { counts: { read: rows.length, ...counts }, problems: warnings };
  },
};

/** Where a workplace is to stand and where it stood, and the villages of the teams that move in or out. */
async function assertEachInside(tx: EntityManager): Promise<void> {
  const days: { on: string; ids: string[] }[] = await tx.query(
    `select valid_from as on, array_agg(village_id) as ids
       from (select valid_from, village_id from opening
             union
             select valid_from, village_id from workplace where code in (select code from opening)
             union
             select greatest(o.valid_from, tv.valid_from), tv.village_id
               from opening o, unnest(o.team_codes) as named
               join team t on t.code = named
               join team_village tv on tv.team_id = t.id
             union
             select greatest(o.valid_from, tv.valid_from), tv.village_id
               from opening o
               join workplace w on w.code = o.code
               join team_workplace stay on stay.workplace_id = w.id
                and (stay.valid_to is null or stay.valid_to > o.valid_from)
               join team t on t.id = stay.team_id and t.code <> all (o.team_codes)
               join team_village tv on tv.team_id = t.id) place
      group by valid_from`,
  );
  for (const { on, ids } of days) await assertInside(tx, 'workplace.write', ids, on);
}

async function check(tx: EntityManager) {
  const unknown: { at: string; unit: string; on: string }[] = await tx.query(
    `select at, village_code as unit, valid_from as on from opening
      where village_id is null order by n limit 1000`,
  );
  const teams: { at: string; team: string }[] = await tx.query(
    `select o.at, team from opening o, unnest(o.team_codes) as team
      where not exists (select 1 from team t where t.code = team) order by o.n limit 1000`,
  );
  const twice: { at: string; value: string; other: string }[] = await tx.query(
    `select at, code as value, other
       from (select *, row_number() over (partition by code order by n) as k,
                    first_value(at) over (partition by code order by n) as other
               from opening) o where k > 1 order by n limit 1000`,
  );
  const closed: { at: string; workplace: string; on: string }[] = await tx.query(
    `select o.at, w.code as workplace, w.valid_to as on
       from opening o join workplace w on w.code = o.code
      where w.valid_to <= o.valid_from order by o.n limit 1000`,
  );
  // Law BR-65: a point outside its commune is odd, not wrong.
  const outside: { at: string; workplace: string; unit: string }[] = await tx.query(
    `select o.at, o.name as workplace, v.name as unit
       from opening o
       join unit_parent p on p.unit_id = o.village_id
        and p.valid_from <= o.valid_from and (p.valid_to is null or o.valid_from < p.valid_to)
       join boundary b on b.unit_id = p.parent_id
        and b.valid_from <= o.valid_from and (b.valid_to is null or o.valid_from < b.valid_to)
       join unit_version v on v.unit_id = p.parent_id
        and v.valid_from <= o.valid_from and (v.valid_to is null or o.valid_from < v.valid_to)
      where not st_covers(b.geom, o.point) order by o.n limit 1000`,
  );
  return {
    errors: [
      ...unknown.map(({ at, unit, on }) =>
        finding('unit-code-unknown', at, { unitCode: unit, unit, on, found: '–' }),
      ),
      ...teams.map(({ at, team }) => finding('team-code-unknown', at, { team })),
      ...twice.map(({ at, value, other }) =>
        finding('value-twice', at, { value, column: 'code', other }),
      ),
      ...closed.map(({ at, ...members }) => finding('workplace-is-closed', at, members)),
    ],
    warnings: outside.map(({ at, ...members }) =>
      finding('workplace-outside-its-commune', at, members, 'warning'),
    ),
  };
}
