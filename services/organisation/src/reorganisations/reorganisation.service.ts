import {
  type followUnits,
  type getReorganisation,
  type getUnitLineage,
  type listReorganisations,
  problem,
  type Reorganisation,
  type ReorganisationEffects,
  type ReorganisationPictures,
  type ReorganisationPlan,
  reorganisationUndone,
  type reorganise,
  type undoReorganisation,
  unitsReorganised,
} from '@antt/contracts';
import { addDays, type Input, type Output } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { draftOfAct, dueCommunes } from '../drafts/draft-of-act.ts';
import { InstrumentEntity } from '../instruments/instrument.entity.ts';
import { assertReadableUnit } from '../units/standing-unit.ts';
import {
  applyPlan,
  assertNobodyHangsLater,
  assertTeamsInOneCommune,
  assertWritable,
  oneAtATime,
} from './apply-plan.ts';
import { withNorms } from './norm-change.ts';
import { touchedBy } from './plan.rules.ts';
import { ReorganisationEntity, UnitLineageEntity } from './reorganisation.entity.ts';
import { toldOf } from './told.rules.ts';

const lineageSql = sql(import.meta.url, './unit-lineage.sql');
const followSql = sql(import.meta.url, './follow-units.sql');
const extentSql = sql(import.meta.url, './act-extent.sql');
const pictureSql = sql(import.meta.url, './picture.sql');
const lowestSql = sql(import.meta.url, './lowest-over.sql');
const listSql = sql(import.meta.url, './list-reorganisations.sql');

/** More outlines than these are no picture. */
const mostShown = 80;

/** Carries what a dry run found out of the transaction that is taken back. */
class DryRun extends Error {
  readonly found: { effects: ReorganisationEffects; pictures?: ReorganisationPictures };

  constructor(found: DryRun['found']) {
    super('dry run');
    this.found = found;
  }
}

@Injectable()
export class ReorganisationService {
  constructor(private readonly db: EntityManager) {}

  async apply({
    id,
    dryRun,
    ...plan
  }: Input<typeof reorganise>): Promise<Output<typeof reorganise>> {
    try {
      return await this.db.transaction((tx) => this.perform(tx, id, plan, dryRun));
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
      const { found } = error;
      const { on, instrumentId, title } = plan;
      const instrumentNumber = await numberOf(this.db, instrumentId);
      return { id, on, instrumentId, instrumentNumber, title, status: 'applied', ...found };
    }
  }

  private async perform(
    tx: EntityManager,
    id: string,
    plan: ReorganisationPlan,
    dryRun: boolean,
  ): Promise<Reorganisation> {
    // Before looking: whoever sent the same a moment ago may not have finished.
    await oneAtATime(tx);
    const existing = await tx.findOneBy(ReorganisationEntity, { id });
    if (existing) {
      const same = sameAgain(existing, { plan });
      // Whoever sends it again must not believe that it stands.
      if (same.status === 'undone') throw problem('reorganisation-was-undone', { id });
      return reorganisationOf(tx, same);
    }
    const effects = await withNorms(tx, plan.on, await applyPlan(tx, id, plan));
    if (dryRun) throw new DryRun({ effects, ...(await picturesOf(tx, plan)) });
    refuseUndecided(plan, effects);
    await tx.update(ReorganisationEntity, { id }, { effects });
    await publish(tx, unitsReorganised, { id, ...toldOf(plan, effects) });
    return reorganisationOf(tx, await tx.findOneByOrFail(ReorganisationEntity, { id }));
  }

  async list({
    cursor,
    limit,
  }: Input<typeof listReorganisations>): Promise<Output<typeof listReorganisations>> {
    const rows = await this.db.query(listSql, [cursor ?? null, limit]);
    const items = rows.map(({ sort_key: _, total: __, ...row }: Record<string, unknown>) => row);
    return {
      items,
      nextCursor: rows.length === limit ? rows.at(-1).sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id }: Input<typeof getReorganisation>): Promise<Output<typeof getReorganisation>> {
    const found = await this.db.findOneBy(ReorganisationEntity, { id });
    if (!found) throw problem('reorganisation-not-found', { id });
    await assertWritable(this.db, found.plan);
    const pictures = found.status === 'applied' ? await picturesOf(this.db, found.plan) : {};
    const act = await reorganisationOf(this.db, found);
    const bounds = await boundsOf(this.db, found.plan);
    return { ...act, plan: found.plan, ...pictures, bounds, due: await this.dueOf(found) };
  }

  /** Where the province has to decide anew because of the act. */
  private async dueOf({ id, status, validFrom, effects }: ReorganisationEntity) {
    const communes = status === 'applied' && effects ? dueCommunes(effects) : [];
    if (communes.length === 0) return null;
    const [unit] = await this.db.query(lowestSql, [communes, validFrom]);
    if (!unit) return null;
    const draft = await draftOfAct(this.db, id);
    return { unit, communes: communes.length, draftId: draft?.id ?? null };
  }

  undo({ id }: Input<typeof undoReorganisation>): Promise<Reorganisation> {
    return this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const found = await tx.findOneBy(ReorganisationEntity, { id });
      if (!found) throw problem('reorganisation-not-found', { id });
      const { plan, effects } = found;
      await assertWritable(tx, plan);
      if (found.status === 'applied') {
        await takeBack(tx, found);
        await publish(tx, reorganisationUndone, { id, ...toldOf(plan, effects!) });
      }
      return reorganisationOf(tx, { ...found, status: 'undone' });
    });
  }

  async follow({
    reorganisationId: id,
    groups,
  }: Input<typeof followUnits>): Promise<Output<typeof followUnits>> {
    const found = await this.db.findOneBy(ReorganisationEntity, { id });
    if (!found) throw problem('reorganisation-not-found', { id });
    const ended = new Set(found.plan.ended);
    const items: Output<typeof followUnits>['items'] = [];
    for (const { key, unitIds } of groups) {
      if (!unitIds.some((unitId) => ended.has(unitId))) continue;
      const [row] = await this.db.query(followSql, [id, found.validFrom, unitIds]);
      items.push({ key, ...row });
    }
    return { items };
  }

  async lineage({ id }: Input<typeof getUnitLineage>): Promise<Output<typeof getUnitLineage>> {
    await assertReadableUnit(this.db, 'unit.read', id);
    const [row] = await this.db.query(lineageSql, [id]);
    return row;
  }
}

/** The units of an act that stood before it, and all of them. */
function shownOf(plan: ReorganisationPlan) {
  // What only lies below another unit from the day on is seen below it.
  const own = plan.changed.filter(
    ({ id: _, parentId: __, ...said }) => Object.keys(said).length > 0,
  );
  const touched = touchedBy({ ...plan, changed: own });
  return { touched, units: [...touched, ...plan.founded.map(({ id }) => id)] };
}

/** Where the units of an act lie, however many they are. */
async function boundsOf(db: EntityManager, plan: ReorganisationPlan) {
  const [{ bounds }] = await db.query(extentSql, [
    addDays(plan.on, -1),
    plan.on,
    shownOf(plan).units,
  ]);
  return bounds;
}

/** The units of an act on its eve and on its day; of a large one a table says more. */
async function picturesOf(
  db: EntityManager,
  plan: ReorganisationPlan,
): Promise<{ pictures?: ReorganisationPictures }> {
  const { touched, units } = shownOf(plan);
  if (units.length > mostShown) return {};
  const [[eve], [day]] = [
    await db.query(pictureSql, [addDays(plan.on, -1), touched]),
    await db.query(pictureSql, [plan.on, units]),
  ];
  return { pictures: { before: eve.picture, after: day.picture } };
}

async function takeBack(tx: EntityManager, { id, validFrom }: ReorganisationEntity): Promise<void> {
  await tx.delete(UnitLineageEntity, { reorganisationId: id });
  try {
    await tx.query(`select set_config('antt.checks_teams', 'once', true)`);
    await tx.query('select undo_reorganisation($1)', [id]);
    await assertTeamsInOneCommune(tx, id);
    await tx.query('set constraints all immediate');
    await assertNobodyHangsLater(tx, id, validFrom);
  } catch (error) {
    // What came later refers to what would be gone, or holds on days that would be taken again.
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
    if (code === '23503' || code === '23P01') throw problem('reorganisation-has-followers', { id });
    throw error;
  }
  await tx.update(ReorganisationEntity, { id }, { status: 'undone' });
}

function refuseUndecided(plan: ReorganisationPlan, { decisions }: ReorganisationEffects): void {
  if (plan.undecided !== 'refuse') return;
  const open = decisions.filter(({ what }) => what === 'parent-undecided');
  if (open.length === 0) return;
  throw problem('reorganisation-undecided', {
    on: plan.on,
    count: open.length,
    units: open.slice(0, 20).map(({ unit }) => `${unit.kind} ${unit.name}`),
  });
}

async function numberOf(db: EntityManager, instrumentId: string): Promise<string> {
  const instrument = await db.findOneBy(InstrumentEntity, { id: instrumentId });
  if (!instrument) throw problem('instrument-not-found', { id: instrumentId });
  return instrument.number;
}

async function reorganisationOf(
  db: EntityManager,
  { id, validFrom: on, instrumentId, title, status, effects }: ReorganisationEntity,
): Promise<Reorganisation> {
  const instrumentNumber = await numberOf(db, instrumentId);
  return { id, on, instrumentId, instrumentNumber, title, status, effects: effects! };
}
