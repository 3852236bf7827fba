import { type ImportOptions, problem, type RowProblem, unitsImported } from '@antt/contracts';
import { addDays, searchKey } from '@antt/kernel';
import { assertInside, currentScope, outsideOf, publish, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { finding } from './row-problem.ts';
import type { UnitRow } from './unit-import.ts';
import { attach, place, version } from './unit-version.ts';

const stageSql = sql(import.meta.url, './unit-stage.sql');
const placeSql = sql(import.meta.url, './unit-place.sql');
const orphanSql = sql(import.meta.url, './unit-orphans.sql');
const laterSql = sql(import.meta.url, './unit-orphans-later.sql');

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
  const counts = {
    read: rows.length,
    added: 0,
    ended: 0,
    changed: 0,
    moved: 0,
    figures: 0,
    unchanged: 0,
  };
  counts.added = await addUnits(tx);
  // What ends makes room before what begins: the new list may use the old one's codes again.
  counts.ended = settings.closes ? await close(tx, settings.closes, validFrom) : 0;
  counts.changed = await version(tx, validFrom);
  counts.moved = await place(tx, validFrom);
  counts.figures = await attach(tx, settings);
  counts.unchanged = rows.length - counts.added - counts.changed;
  problems.push(...(await orphans(tx, validFrom)));
  const isSound = problems.every(({ severity }) => severity === 'warning');
  const { added, changed, moved, ended, figures } = counts;
  if (isSound && added + changed + moved + ended + figures > 0) {
    await publish(tx, unitsImported, { jobId, validFrom, list, counts });
  }
  return { counts, problems };
}

/** The rows as a table of the transaction (`incoming`), each with the unit that it is. */
export async function stage(tx: EntityManager, rows: UnitRow[], settings: Settings): Promise<void> {
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
    'population-with-temporary': row.populationWithTemporary,
    'area-km2': row.areaKm2,
    measured_on: row.measuredOn,
    tags: row.tags,
    lon: row.lon,
    lat: row.lat,
  }));
  await tx.query(stageSql, [JSON.stringify(staged), settings.validFrom, settings.list]);
  await tx.query(`create index on incoming (unit_id)`);
  await tx.query('analyze incoming');
}

/** Finds each row's parent in the file itself, else among the units of the day. */
async function placeRows(tx: EntityManager, settings: Settings): Promise<RowProblem[]> {
  const { validFrom, list, parentList } = settings;
  await tx.query(placeSql, [validFrom, list, parentList ?? list]);
  const bad: { at: string; code: string; name: string; parent_code: string | null }[] =
    await tx.query(
      `select at, code, name, parent_code from incoming
        where parent_id is null and level <> 'province' order by n limit 1000`,
    );
  const twice: { at: string; code: string }[] = await tx.query(
    `select at, code from (select at, code, n, row_number() over (partition by unit_id order by n) as k
       from incoming) t where k > 1 order by n limit 1000`,
  );
  // Villages are known by their code alone: an old list on a later day would bring back what has ended.
  const ended: { at: string; unit: string; code: string; on: string }[] = await tx.query(
    `select i.at, i.name as unit, i.code, last.day as on
       from incoming i
       join lateral (select max(v.valid_to) as day from unit_version v where v.unit_id = i.unit_id
                     having bool_and(v.valid_to is not null)) last on true
      where i.level = 'village' and last.day < $1 order by i.n limit 1000`,
    [validFrom],
  );
  return [
    ...ended.map(({ at, unit, code, on }) =>
      finding('village-has-ended', at, { unit, unitCode: code, on }),
    ),
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

/**
 * Who may write everywhere may bring new provinces; anybody else changes only what lies in the own area (or
 * lay there the day before: a former district's communes) and puts it below what lies there.
 */
async function assertWritable(tx: EntityManager, on: string): Promise<void> {
  if (currentScope('unit.write', on) === 'all') return;
  const [{ known, over, alone }] = await tx.query(
    `select array(select distinct unit_id from incoming where not is_new) as known,
            array(select distinct i.parent_id from incoming i join unit u on u.id = i.parent_id
                   where not exists (select 1 from incoming p where p.unit_id = i.parent_id)) as over,
            exists (select 1 from incoming where is_new and parent_id is null) as alone`,
  );
  const left = await outsideOf(tx, 'unit.write', known, on);
  await assertInside(tx, 'unit.write', left, addDays(on, -1));
  await assertInside(tx, 'unit.write', alone ? [...over, uuidv7()] : over, on);
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
  const closing: { unit_id: string }[] = await tx.query(`select unit_id from closing`);
  const ids = closing.map((row) => row.unit_id);
  await assertInside(tx, 'unit.write', ids, addDays(on, -1));
  const [later] = await tx.query(
    `select name from unit_version
      where (list = $1 and valid_from = $2 and unit_id not in (select unit_id from incoming))
         or (valid_from > $2 and unit_id in (select unit_id from closing)) limit 1`,
    [list, on],
  );
  if (later) throw problem('unit-valid-to-follows-valid-from', { name: later.name, on });
  for (const table of ['unit_version', 'unit_parent', 'unit_tag', 'boundary', 'quota']) {
    await tx.query(
      `update ${table} set valid_to = $1
        where unit_id in (select unit_id from closing)
          and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
      [on],
    );
  }
  return closing.length;
}

/**
 * Nothing may hang in the air: whoever stands on the day has a parent that stands, and a team its village. That
 * a parent ends later is only told, because the file of that day may be yet to come.
 */
async function orphans(tx: EntityManager, on: string): Promise<RowProblem[]> {
  const rows: { what: string; name: string; parent: string }[] = await tx.query(orphanSql, [on]);
  const later: { name: string; on: string; parent: string }[] = await tx.query(laterSql, [on]);
  return [
    ...rows.map(({ what, name, parent }) => finding(what, null, { unit: name, parent, on })),
    ...later.map(({ name, ...members }) =>
      finding('unit-would-lose-its-parent', null, { unit: name, ...members }, 'warning'),
    ),
  ];
}
