import {
  areaPartDecided,
  type decideAreaPart,
  type listAreaParts,
  placeUnits,
  problem,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { Client, currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { reachOf } from '../authority/authority.rules.ts';
import { Authority } from '../authority/authority.service.ts';
import { AreaPartEntity } from './area.entity.ts';
import { changeArea } from './change-area.ts';
import { loadAreas } from './load-areas.ts';

const listSql = sql(import.meta.url, './list-area-parts.sql');
const takeSql = sql(import.meta.url, './take-area-part.sql');

type Row = { id: string; areaId: string; unitId: string; on: string; reorganisationId: string };

/** What acts made partly of areas: an administrator of the area takes it in or leaves it out. */
@Injectable()
export class AreaPartService {
  constructor(
    private readonly db: EntityManager,
    private readonly authority: Authority,
    private readonly client: Client,
  ) {}

  async list({
    reorganisationId,
  }: Input<typeof listAreaParts>): Promise<Output<typeof listAreaParts>> {
    const rows: Row[] = await this.db.query(listSql, [reorganisationId ?? null]);
    const asked = await loadAreas(this.db, [...new Set(rows.map(({ areaId }) => areaId))]);
    const reach = reachOf(currentPrincipal(), ['account.read']);
    const inside = await this.authority.areasInside(asked, reach, today());
    const areas = new Map(asked.map(({ id, name }) => [id, { id, name }]));
    const units = new Map<string, Output<typeof listAreaParts>['items'][number]['unit']>();
    const mine = rows.filter(({ areaId }) => inside.has(areaId));
    for (const on of new Set(mine.map((row) => row.on))) {
      const ofDay = mine.filter((row) => row.on === on);
      const unitIds = [...new Set(ofDay.map(({ unitId }) => unitId))].slice(0, 5_000);
      const { names, kinds } = await this.client.call(placeUnits, { unitIds, roots: 'all', on });
      for (const id of unitIds) {
        units.set(`${id} ${on}`, { id, name: names[id] ?? '', kind: kinds[id] ?? null });
      }
    }
    return {
      items: mine.map(({ id, areaId, unitId, on, reorganisationId: act }) => ({
        ...{ id, on, reorganisationId: act, area: areas.get(areaId)! },
        unit: units.get(`${unitId} ${on}`) ?? { id: unitId, name: '', kind: null },
      })),
    };
  }

  /** Both what the area was and what it becomes must lie inside the caller's own, as where its units are set. */
  async decide({
    id,
    decision,
  }: Input<typeof decideAreaPart>): Promise<Output<typeof decideAreaPart>> {
    const found = await this.db.findOneBy(AreaPartEntity, { id });
    if (!found) throw problem('area-part-not-found', { id });
    const { areaId, unitId, reorganisationId, validFrom: on } = found;
    const [area] = await loadAreas(this.db, [areaId]);
    const taken = decision === 'take' ? [{ unitId, from: on, to: null }] : [];
    await this.authority.assertUnitsInside([...area!.units, ...taken]);
    await this.db.transaction(async (tx) => {
      const part = await tx.findOneOrFail(AreaPartEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (part.decision === decision) return;
      if (part.decision) throw problem('area-part-is-decided', { id, name: area!.name });
      await tx.update(AreaPartEntity, { id }, { decision });
      if (decision === 'take') {
        await changeArea(tx, this.client, { areaId, on }, () =>
          tx.query(takeSql, [reorganisationId, areaId, on, unitId]),
        );
      }
      const told = { areaId, name: area!.name, unitId, reorganisationId, decision };
      await publish(tx, areaPartDecided, told);
    });
    return { id, decision };
  }
}
