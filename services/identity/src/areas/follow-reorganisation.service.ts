import {
  accessChanged,
  areaChanged,
  type AreaUnit,
  followUnits,
  placeUnits,
  type reorganisationUndone,
  type unitsReorganised,
} from '@antt/contracts';
import type { Payload, PlainDate } from '@antt/kernel';
import { Client, type Fact, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { areaChange } from './area-change.rules.ts';
import { holders } from './holders.ts';
import { loadAreas } from './load-areas.ts';

const followSql = sql(import.meta.url, './follow-area.sql');
const backSql = sql(import.meta.url, './unfollow-area.sql');

/** Areas asked about in one message. */
const several = 100;

/**
 * Areas follow the units they name: where an act ends one, what was made of nothing but the area's own land
 * takes its place from that day. What was made of the area's land and of other's is nobody's to assume.
 */
@Injectable()
export class ReorganisationFollower {
  constructor(private readonly client: Client) {}

  async follow({ tx, payload }: Fact<typeof unitsReorganised>): Promise<void> {
    const { id: reorganisationId, on } = payload;
    const standing: { key: string; unitIds: string[] }[] = await tx.query(
      `select area_id as key, array_agg(unit_id) as "unitIds" from area_unit
        where valid_from < $1 and (valid_to is null or $1 < valid_to) group by area_id order by area_id`,
      [on],
    );
    for (let start = 0; start < standing.length; start += several) {
      const groups = standing.slice(start, start + several);
      const { items } = await this.client.call(followUnits, { reorganisationId, groups });
      for (const { key, ended, heirs } of items) {
        await this.change(tx, key, on, () =>
          tx.query(followSql, [reorganisationId, key, on, ended, heirs]),
        );
      }
    }
  }

  async unfollow({ tx, payload }: Fact<typeof reorganisationUndone>): Promise<void> {
    const { id, on }: Payload<typeof reorganisationUndone> = payload;
    const followed: { area_id: string }[] = await tx.query(
      'select distinct area_id from area_follow where reorganisation_id = $1 order by area_id',
      [id],
    );
    for (const { area_id: areaId } of followed) {
      await this.change(tx, areaId, on, () => tx.query(backSql, [id, areaId, on]));
    }
    await tx.query('delete from area_follow where reorganisation_id = $1', [id]);
  }

  /** Changes an area and tells of it, as when somebody does it by hand. */
  private async change(
    tx: EntityManager,
    areaId: string,
    on: PlainDate,
    write: () => Promise<unknown>,
  ): Promise<void> {
    await tx.query('select 1 from area where id = $1 for update', [areaId]);
    const [before] = await loadAreas(tx, [areaId]);
    await write();
    const [after] = await loadAreas(tx, [areaId]);
    if (!before || !after) return;
    const names = await this.namesOf([...before.units, ...after.units], on);
    const change = areaChange(before.units, after.units, names);
    if (change.added.length + change.removed.length === 0) return;
    const units = after.units.length;
    await publish(tx, areaChanged, { areaId, name: after.name, units, ...change });
    for (const accountId of await holders(tx, areaId)) {
      await publish(tx, accessChanged, { accountId, why: 'area' });
    }
  }

  private async namesOf(units: AreaUnit[], on: PlainDate): Promise<Record<string, string>> {
    const unitIds = [...new Set(units.map(({ unitId }) => unitId))].slice(0, 5_000);
    const { names, kinds } = await this.client.call(placeUnits, { unitIds, roots: 'all', on });
    return Object.fromEntries(
      Object.entries(names).map(([id, name]) => [id, [kinds[id], name].filter(Boolean).join(' ')]),
    );
  }
}
