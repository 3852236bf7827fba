import { problem, type ReorganisationEffects, type ReorganisationPlan } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { assertInside, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/standing-instrument.ts';
import { assertKindOfLevel } from '../units/unit-kind.rules.ts';
import { lockUnits } from '../units/standing-unit.ts';

import { errorsOf, touchedBy } from './plan.rules.ts';
import { keepResolutions, type OfCommune } from './record-resolutions.ts';
import { ReorganisationEntity } from './reorganisation.entity.ts';
import { stage } from './stage.ts';

const unreadySql = sql(import.meta.url, './unready-units.sql');
const beginSql = sql(import.meta.url, './begin-units.sql');
const movingSql = sql(import.meta.url, './place-orphans.sql');
const teamSql = sql(import.meta.url, './carry-teams.sql');
const quotaSql = sql(import.meta.url, './carry-quotas.sql');
const outlineSql = sql(import.meta.url, './join-outlines.sql');
const figureSql = sql(import.meta.url, './add-figures.sql');
const orphanSql = sql(import.meta.url, '../imports/unit-orphans.sql');
const hangingSql = sql(import.meta.url, './hanging-later.sql');
const levelSql = sql(import.meta.url, './unfit-levels.sql');
const effectSql = sql(import.meta.url, './effects.sql');

/**
 * Does the whole act inside the transaction and tells what it moved; a dry run is the act taken back. A commune
 * without a resolution of its own goes by the plan's instrument.
 */
export async function applyPlan(
  tx: EntityManager,
  id: string,
  plan: ReorganisationPlan,
  resolutions: OfCommune[] = [],
): Promise<ReorganisationEffects> {
  const { on, instrumentId, title } = plan;
  const errors = errorsOf(plan);
  if (errors.length > 0) throw problem('invalid-input', { errors: errors.slice(0, 100) });
  await oneAtATime(tx);
  await instrumentInForce(tx, instrumentId, on);
  await assertWritable(tx, plan);
  await stage(tx, plan);
  await lockUnits(tx, touchedBy(plan));
  await assertReady(tx, on);
  await assertKinds(tx, plan);
  await tx.insert(ReorganisationEntity, { id, validFrom: on, instrumentId, title, plan });
  await keepResolutions(tx, id, resolutions);
  // From here on every row that is written is kept as it was and as it became.
  await tx.query(`select set_config('antt.reorganisation', $1, true)`, [id]);
  await tx.query(`select set_config('antt.checks_teams', 'once', true)`);
  await end(tx, on);
  await tx.query(beginSql, [on]);
  await change(tx, on);
  await move(tx, on);
  await assertLevels(tx, plan);
  await tx.query(teamSql, [on]);
  await tx.query(quotaSql, [on]);
  if (plan.outlines === 'join') await tx.query(outlineSql, [on]);
  await tx.query(figureSql, [on, title]);
  await tx.query(`select set_config('antt.reorganisation', '', true)`);
  await tx.query(
    `insert into unit_lineage (reorganisation_id, predecessor_id, successor_id, share, valid_from)
     select $1, predecessor_id, successor_id, share, $2 from heir`,
    [id, on],
  );
  await assertTeamsInOneCommune(tx, id);
  await tx.query('set constraints all immediate');
  await assertNobodyHangs(tx, on);
  await assertNobodyHangsLater(tx, id, on);
  const [{ effects }] = await tx.query(effectSql, [id, on]);
  return effects;
}

/** Two acts at once would each judge the tree that the other is changing. */
export async function oneAtATime(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('reorganisation'))`);
}

/** Whoever acts holds all that is touched on the eve, and puts what begins below what lies there that day. */
export async function assertWritable(tx: EntityManager, plan: ReorganisationPlan): Promise<void> {
  const begun = new Set(plan.founded.map(({ id }) => id));
  const parents = [...plan.founded, ...plan.changed].flatMap(({ parentId }) =>
    parentId && !begun.has(parentId) ? [parentId] : [],
  );
  // A unit without a parent is a province: only who may write everywhere brings one.
  const alone = plan.founded.some(({ parentId }) => parentId === null);
  const touched = [...touchedBy(plan), ...parents, ...(alone ? [uuidv7()] : [])];
  await assertInside(tx, 'unit.write', touched, addDays(plan.on, -1));
}

async function assertReady(tx: EntityManager, on: string): Promise<void> {
  const rows: { id: string; name: string; what: 'unit-not-found' }[] = await tx.query(unreadySql, [
    on,
  ]);
  const [first] = rows;
  if (first) throw problem(first.what, { id: first.id, name: first.name, on, count: rows.length });
  const [taken] = await tx.query(
    'select id from unit where id in (select id from founded) limit 1',
  );
  if (taken) throw problem('id-reused', { id: taken.id, field: 'founded' });
}

async function assertKinds(tx: EntityManager, { founded, on }: ReorganisationPlan): Promise<void> {
  const changed: Pick<(typeof founded)[number], 'name' | 'level' | 'kind'>[] = await tx.query(
    `select coalesce(c.name, v.name) as name, v.level, c.kind
       from changed c
       join unit_version v on v.unit_id = c.id and v.valid_from < $1
        and (v.valid_to is null or $1 <= v.valid_to)
      where c.kind is not null`,
    [on],
  );
  for (const unit of [...founded, ...changed]) assertKindOfLevel(unit, on);
}

async function end(tx: EntityManager, on: string): Promise<void> {
  for (const table of ['unit_version', 'unit_parent', 'unit_tag', 'boundary']) {
    await tx.query(
      `update ${table} set valid_to = $1 where unit_id in (select id from ending)
          and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
      [on],
    );
  }
}

async function change(tx: EntityManager, on: string): Promise<void> {
  await tx.query(
    `update unit_version set valid_to = $1 where unit_id in (select id from changed
        where coalesce(kind, list, code, name) is not null) and valid_to is null`,
    [on],
  );
  await tx.query(
    `insert into unit_version (unit_id, level, kind, list, code, name, search_key, valid_from)
     select c.id, v.level, coalesce(c.kind, v.kind), coalesce(c.list, v.list),
            coalesce(c.code, v.code), coalesce(c.name, v.name),
            coalesce(c.search_key, v.search_key), $1
       from changed c join unit_version v on v.unit_id = c.id and v.valid_to = $1
      where coalesce(c.kind, c.list, c.code, c.name) is not null`,
    [on],
  );
}

/** Below another unit from the day on: because the plan says so, or because what was above ended. */
async function move(tx: EntityManager, on: string): Promise<void> {
  await tx.query(movingSql, [on]);
  await tx.query(
    `insert into moving (unit_id, parent_id, options, valid_to)
     select c.id, c.parent_id, 1, p.valid_to from changed c
       join unit_parent p on p.unit_id = c.id and p.valid_from < $1
        and (p.valid_to is null or $1 < p.valid_to)
      where c.parent_id is not null and c.parent_id <> p.parent_id`,
    [on],
  );
  await tx.query(
    `update unit_parent set valid_to = $1 where unit_id in (select unit_id from moving)
        and valid_from < $1 and (valid_to is null or $1 < valid_to)`,
    [on],
  );
  await tx.query(
    `insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
     select unit_id, parent_id, $1, valid_to from moving`,
    [on],
  );
}

/** Law 30/2023/QH15 Art. 14.2 (law BR-12), for all teams whose villages an act touched. */
export async function assertTeamsInOneCommune(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `select team_covers_one_commune(array(
       select (coalesce(became, was) ->> 'team_id')::uuid from reorganisation_row
        where reorganisation_id = $1 and table_name = 'team_village'
       union
       select tv.team_id from reorganisation_row r
         join team_village tv on tv.village_id = (coalesce(r.became, r.was) ->> 'unit_id')::uuid
        where r.reorganisation_id = $1 and r.table_name = 'unit_parent'))`,
    [id],
  );
}

async function assertNobodyHangs(tx: EntityManager, on: string): Promise<void> {
  const rows: { what: string; name: string; parent: string }[] = await tx.query(orphanSql, [on]);
  const [first] = rows;
  if (!first) return;
  const { name, parent } = first;
  const type =
    first.what === 'team-would-lose-its-village'
      ? 'reorganisation-leaves-a-team-without-village'
      : 'reorganisation-leaves-a-unit-without-parent';
  throw problem(type, { name, parent, on, count: rows.length });
}

/** Nobody stands longer than what lies over it, where a later day was already known. */
export async function assertNobodyHangsLater(tx: EntityManager, id: string, on: string) {
  const rows: { name: string; on: string; parent: string }[] = await tx.query(hangingSql, [id, on]);
  const [first] = rows;
  if (!first) return;
  throw problem('reorganisation-leaves-a-unit-without-parent', { ...first, count: rows.length });
}

async function assertLevels(tx: EntityManager, plan: ReorganisationPlan): Promise<void> {
  type Unfit = {
    part: 'founded' | 'changed' | 'moving' | 'lineage';
    id: string;
    other: string | null;
    name: string;
    parent: string;
  };
  const rows: Unfit[] = await tx.query(levelSql);
  const errors = rows.flatMap(({ part, id, other }) => {
    if (part === 'moving') return [];
    if (part !== 'lineage') {
      const at = plan[part].findIndex((unit) => unit.id === id);
      return [{ path: `${part}.${at}.parentId`, message: 'wrong-level' }];
    }
    const at = plan.lineage.findIndex(
      (line) => line.predecessorId === id && line.successorId === other,
    );
    return [{ path: `lineage.${at}.successorId`, message: 'wrong-level' }];
  });
  if (errors.length > 0) throw problem('invalid-input', { errors });
  const [first] = rows;
  if (!first) return;
  const { name, parent } = first;
  throw problem('reorganisation-leaves-a-unit-without-parent', {
    name,
    parent,
    on: plan.on,
    count: rows.length,
  });
}
