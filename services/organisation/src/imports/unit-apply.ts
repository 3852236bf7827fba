import { type ImportOptions, problem, type RowProblem, unitsImported } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { publish, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { assertInside } from '../scope.ts';
import { sql } from '../sql.ts';
import { finding } from './row-problem.ts';
import type { UnitRow } from './unit-import.ts';

const stageSql = sql(import.meta.url, './unit-stage.sql');
const orphanSql = sql(import.meta.url, './unit-orphans.sql');

type Settings = { validFrom: string; list: string; source: string } & ImportOptions;

/** Writes a file of units that hold from a day on; see `ImportOptions` for lists and what it closes. */
export async function applyUnits(
  tx: EntityManager,
  rows: UnitRow[],
  settings: Settings,
  jobId: string,
): Promise<{ counts: Record<string, number>; problems: RowProblem[] }> {
  const { validFrom, list } = settings;
  await stage(tx, rows, settings);
  const problems = await placeRows(tx, settings);
  if (problems.length > 0) return { counts: {}, problems };
  await assertWritable(tx, validFrom);
  const counts: Record<string, number> = { read: rows.length };
  counts.added = await addUnits(tx);
  // What ends makes room before what begins: the new list may use the old one's codes again.
  counts.ended = settings.closes ? await close(tx, settings.closes, validFrom) : 0;
  counts.changed = await version(tx, validFrom);
  counts.moved = await place(tx, validFrom);
  await attach(tx, settings);
  counts.unchanged = rows.length - counts.added - counts.changed;
  problems.push(...(await orphans(tx, validFrom)));
  if (problems.length === 0 && (counts.added || counts.changed || counts.moved || counts.ended)) {
    await publish(tx, unitsImported, { jobId, validFrom, list, counts });
  }
  return { counts, problems };
}

async function stage(tx: EntityManager, rows: UnitRow[], settings: Settings): Promise<void> {
  const staged = rows.map((row, n) => ({
    n,
    at: row.at,
    new_id: uuidv7(),
    level: row.level,
    kind: row.kind,
    name: row.name,
    code: row.code,
    search_key: searchKey(row.name),
    parent_code: row.parentCode,
    households: row.households,
    population: row.population,
    measured_on: row.measuredOn,
    tags: row.tags,
    lon: row.lon,
    lat: row.lat,
  }));
  await tx.query(stageSql, [JSON.stringify(staged), settings.validFrom, settings.list]);
  await tx.query(`create index on incoming (list, level, code)`);
  await tx.query(`create index on incoming (unit_id)`);
  await tx.query('analyze incoming');
}

/** Finds each row's parent in the file itself, else among the units of the day. */
async function placeRows(tx: EntityManager, settings: Settings): Promise<RowProblem[]> {
  const { validFrom, list, parentList } = settings;
  await tx.query(
    `update incoming i set parent_id = coalesce(
       (select p.unit_id from incoming p where p.code = i.parent_code and ${above('p', 'i')}
         order by ${height('p')} limit 1),
       (select v.unit_id from unit_version v
         where v.code = i.parent_code and v.list in ($2, $3) and ${above('v', 'i')}
           and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
         order by (v.list = $3) desc, ${height('v')} limit 1))
      where i.parent_code is not null`,
    [validFrom, list, parentList ?? list],
  );
  const bad: { at: string; code: string; name: string; parent_code: string | null }[] =
    await tx.query(
      `select at, code, name, parent_code from incoming
        where parent_id is null and level <> 'province' order by n limit 1000`,
    );
  const twice: { at: string; code: string }[] = await tx.query(
    `select at, code from (select at, code, n, row_number() over (partition by unit_id order by n) as k
       from incoming) t where k > 1 order by n limit 1000`,
  );
  return [
    ...bad.map(({ at, code, name, parent_code: parent }) =>
      finding(parent ? 'parent-unknown' : 'parent-missing', at, {
        unit: name,
        unitCode: code,
        parent,
      }),
    ),
    ...twice.map(({ at, code }) => finding('value-twice', at, { value: code })),
  ];
}

const height = (row: string) =>
  `array_position(array['village', 'commune', 'district', 'province'], ${row}.level)`;
const above = (over: string, under: string) => `${height(over)} > ${height(under)}`;

/** A province-wide administrator may bring new provinces; anybody else only what lies in the own area. */
async function assertWritable(tx: EntityManager, on: string): Promise<void> {
  const rows: { id: string | null }[] = await tx.query(
    `select distinct coalesce((select id from unit where id = i.unit_id), i.parent_id) as id
       from incoming i
      where not exists (select 1 from incoming p where p.unit_id = i.parent_id
                          and p.parent_id is not null)`,
  );
  const known: { id: string }[] = await tx.query(`select id from unit where id = any ($1)`, [
    rows.map((row) => row.id).filter(Boolean),
  ]);
  await assertInside(
    tx,
    'unit.write',
    known.map((row) => row.id),
    on,
  );
  if (known.length < rows.length) await assertInside(tx, 'unit.write', [uuidv7()], on);
}

async function addUnits(tx: EntityManager): Promise<number> {
  const added = await tx.query(
    `insert into unit (id, level) select unit_id, level from incoming where is_new returning id`,
  );
  return added.length;
}

/** Ends the units of another list that stand on the day, except those that the file names. */
async function close(tx: EntityManager, list: string, on: string): Promise<number> {
  await tx.query(
    `create temporary table closing on commit drop as
     select v.unit_id from unit_version v
      where v.list = $1 and v.valid_from < $2 and (v.valid_to is null or $2 < v.valid_to)
        and v.unit_id not in (select unit_id from incoming)`,
    [list, on],
  );
  const [same] = await tx.query(
    `select name from unit_version where list = $1 and valid_from = $2 limit 1`,
    [list, on],
  );
  if (same) throw problem('unit-valid-to-follows-valid-from', { name: same.name, on });
  for (const table of ['unit_version', 'unit_parent', 'unit_tag', 'boundary', 'quota']) {
    await tx.query(
      `update ${table} set valid_to = $1
        where unit_id in (select unit_id from closing)
          and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
      [on],
    );
  }
  const [{ count }] = await tx.query(`select count(*)::int from closing`);
  return count;
}

/**
 * Names from the day on. A version that begins the same day is corrected, an earlier one is closed; a later
 * one stays, and this one ends where it begins.
 */
async function version(tx: EntityManager, on: string): Promise<number> {
  await tx.query(
    `create temporary table renamed on commit drop as
     select i.* from incoming i
       left join unit_version v on v.unit_id = i.unit_id
        and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      where v.unit_id is null
         or (v.list, v.code, v.name, v.kind) is distinct from (i.list, i.code, i.name, i.kind)`,
    [on],
  );
  await tx.query(
    `update unit_version v
        set list = r.list, code = r.code, name = r.name, kind = r.kind, search_key = r.search_key
       from renamed r where v.unit_id = r.unit_id and v.valid_from = $1`,
    [on],
  );
  await endStanding(tx, 'unit_version', 'renamed', on);
  await tx.query(
    `insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from, valid_to)
     select r.unit_id, r.level, r.kind, r.list, r.code, r.name, r.search_key, $1::date,
            (select min(valid_from) from unit_version n
              where n.unit_id = r.unit_id and n.valid_from > $1::date)
       from renamed r
      where not exists (select 1 from unit_version v where v.unit_id = r.unit_id
                          and v.valid_from = $1::date)`,
    [on],
  );
  const [{ changed }] = await tx.query(
    `select count(*)::int as changed from renamed where not is_new`,
  );
  return changed;
}

async function place(tx: EntityManager, on: string): Promise<number> {
  await tx.query(
    `create temporary table placed on commit drop as
     select i.unit_id, i.parent_id, i.is_new from incoming i
       left join unit_parent p on p.unit_id = i.unit_id
        and p.valid_from <= $1 and (p.valid_to is null or $1 < p.valid_to)
      where i.parent_id is not null and p.parent_id is distinct from i.parent_id`,
    [on],
  );
  await tx.query(
    `update unit_parent p set parent_id = r.parent_id
       from placed r where p.unit_id = r.unit_id and p.valid_from = $1`,
    [on],
  );
  await endStanding(tx, 'unit_parent', 'placed', on);
  await tx.query(
    `insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
     select r.unit_id, r.parent_id, $1::date,
            (select min(valid_from) from unit_parent n
              where n.unit_id = r.unit_id and n.valid_from > $1::date)
       from placed r
      where not exists (select 1 from unit_parent p where p.unit_id = r.unit_id
                          and p.valid_from = $1::date)`,
    [on],
  );
  const [{ moved }] = await tx.query(`select count(*)::int as moved from placed where not is_new`);
  return moved;
}

function endStanding(tx: EntityManager, table: string, staged: string, on: string) {
  return tx.query(
    `update ${table} set valid_to = $1
      where unit_id in (select unit_id from ${staged})
        and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
    [on],
  );
}

/** Figures, tags and points: what is said is written, what is left empty is left alone. */
async function attach(tx: EntityManager, { validFrom, source }: Settings): Promise<void> {
  for (const kind of ['households', 'population'] as const) {
    await tx.query(
      `insert into unit_figure (unit_id, kind, measured_on, value, source)
       select unit_id, $3, coalesce(measured_on, $1::date), ${kind}, $2 from incoming
        where ${kind} is not null
       on conflict (unit_id, kind, measured_on)
       do update set value = excluded.value, source = excluded.source
        where unit_figure.value <> excluded.value`,
      [validFrom, source, kind],
    );
  }
  await tx.query(
    `insert into unit_tag (unit_id, tag, valid_from)
     select i.unit_id, tag, $1 from incoming i, unnest(i.tags) as tag
      where not exists (select 1 from unit_tag t where t.unit_id = i.unit_id and t.tag = tag
                          and t.valid_from <= $1 and (t.valid_to is null or $1 < t.valid_to))
     on conflict do nothing`,
    [validFrom],
  );
  await tx.query(
    `insert into unit_point (unit_id, point)
     select unit_id, st_setsrid(st_makepoint(lon, lat), 4326) from incoming
      where lon is not null and lat is not null
     on conflict (unit_id) do update set point = excluded.point
      where not st_equals(unit_point.point, excluded.point)`,
  );
}

/** Nothing may hang in the air: whoever stands on the day has a parent that stands, and a team its village. */
async function orphans(tx: EntityManager, on: string): Promise<RowProblem[]> {
  const rows: { what: string; name: string; parent: string }[] = await tx.query(orphanSql, [on]);
  return rows.map(({ what, name, parent }) => finding(what, null, { unit: name, parent, on }));
}
