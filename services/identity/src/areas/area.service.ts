import {
  accessChanged,
  type Area,
  areaChanged,
  type AreaUnit,
  type createArea,
  type listAreas,
  placeUnits,
  problem,
  type setAreaUnits,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { Client, currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { reachOf } from '../authority/authority.rules.ts';
import { Authority } from '../authority/authority.service.ts';
import { areaChange } from './area-change.rules.ts';
import { AreaEntity, AreaUnitEntity } from './area.entity.ts';
import { holders } from './holders.ts';
import { loadAreas } from './load-areas.ts';

type Names = Pick<Output<typeof placeUnits>, 'names' | 'kinds'>;

/** Dated sets of units that roles are held in. */
@Injectable()
export class AreaService {
  constructor(
    private readonly db: EntityManager,
    private readonly authority: Authority,
    private readonly client: Client,
  ) {}

  async list(): Promise<Output<typeof listAreas>> {
    const reach = reachOf(currentPrincipal(), ['account.read']);
    const all = await loadAreas(this.db);
    const inside = await this.authority.areasInside(all, reach, today());
    const areas = all.filter(({ id }) => inside.has(id));
    const { names, kinds } = await this.namesOf(areas.flatMap(({ units }) => units));
    return {
      items: areas.map((area) => ({
        ...area,
        unitNames: ofUnits(area, names),
        unitKinds: ofUnits(area, kinds),
      })),
    };
  }

  async create({ id, name, units }: Input<typeof createArea>): Promise<Area> {
    const wanted = { id, name: name.normalize('NFC'), whole: false, units: inOrder(units) };
    const names = await this.assertKnown(units);
    await this.authority.assertUnitsInside(units);
    await this.db.transaction(async (tx) => {
      const [existing] = await loadAreas(tx, [id]);
      if (existing) return sameAgain(existing, wanted);
      await tx.insert(AreaEntity, { id, name: wanted.name, whole: false });
      await insertUnits(tx, id, units);
      const change = areaChange([], wanted.units, names);
      const count = units.length;
      await publish(tx, areaChanged, { areaId: id, name: wanted.name, units: count, ...change });
    });
    return wanted;
  }

  /** Both what the area was and what it becomes must lie inside the caller's own. */
  async setUnits({ id, units }: Input<typeof setAreaUnits>): Promise<Area> {
    const [area] = await loadAreas(this.db, [id]);
    if (!area) throw problem('area-not-found', { id });
    if (area.whole) throw problem('not-allowed', { areaId: id });
    const names = await this.assertKnown(units, area.units);
    await this.authority.assertUnitsInside([...area.units, ...units]);
    const changed = { ...area, units: inOrder(units) };
    await this.db.transaction(async (tx) => {
      await tx.findOne(AreaEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const [before] = await loadAreas(tx, [id]);
      await tx.delete(AreaUnitEntity, { areaId: id });
      await insertUnits(tx, id, units);
      const change = areaChange(before!.units, changed.units, names);
      const count = units.length;
      await publish(tx, areaChanged, { areaId: id, name: area.name, units: count, ...change });
      for (const accountId of await holders(tx, id)) {
        await publish(tx, accessChanged, { accountId, why: 'area' });
      }
    });
    return changed;
  }

  /**
   * Units are the organisation's: no foreign key can tell that one exists. Answers what all of them are called,
   * those that the area held before too.
   */
  private async assertKnown(
    units: readonly AreaUnit[],
    before: readonly AreaUnit[] = [],
  ): Promise<Record<string, string>> {
    const { names, kinds } = await this.namesOf([...units, ...before]);
    const unknown = units.find(({ unitId }) => !(unitId in names));
    if (unknown) throw problem('unit-not-found', { id: unknown.unitId });
    return Object.fromEntries(
      Object.entries(names).map(([id, name]) => [id, [kinds[id], name].filter(Boolean).join(' ')]),
    );
  }

  private async namesOf(units: readonly AreaUnit[]): Promise<Names> {
    const unitIds = [...new Set(units.map(({ unitId }) => unitId))];
    const known: Names = { names: {}, kinds: {} };
    for (let start = 0; start < unitIds.length; start += 5_000) {
      const some = unitIds.slice(start, start + 5_000);
      const question = { unitIds: some, roots: 'all' as const, on: today() };
      const { names, kinds } = await this.client.call(placeUnits, question);
      Object.assign(known.names, names);
      Object.assign(known.kinds, kinds);
    }
    return known;
  }
}

function ofUnits<T>({ units }: Area, said: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    units.flatMap(({ unitId }) => (unitId in said ? [[unitId, said[unitId]!]] : [])),
  );
}

function inOrder(units: readonly AreaUnit[]): AreaUnit[] {
  const byUnitAndDay = (a: AreaUnit, b: AreaUnit) =>
    a.unitId === b.unitId ? compare(a.from, b.from) : compare(a.unitId, b.unitId);
  return [...units].sort(byUnitAndDay);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function insertUnits(tx: EntityManager, areaId: string, units: readonly AreaUnit[]) {
  const begun = new Set(units.map(({ unitId, from }) => `${unitId} ${from}`));
  if (begun.size < units.length) throw problem('area-holds-a-unit-once-a-day');
  await tx.query(
    `insert into area_unit (area_id, unit_id, valid_from, valid_to)
     select $1, u."unitId", u."from", u."to"
       from jsonb_to_recordset($2) as u("unitId" uuid, "from" date, "to" date)`,
    [areaId, JSON.stringify(units)],
  );
}
