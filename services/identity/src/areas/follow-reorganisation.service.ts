import { followUnits, type reorganisationUndone, type unitsReorganised } from '@antt/contracts';
import type { Payload } from '@antt/kernel';
import { Client, type Fact, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { changeArea } from './change-area.ts';

const followSql = sql(import.meta.url, './follow-area.sql');
const backSql = sql(import.meta.url, './unfollow-area.sql');

/** Areas asked about in one message. */
const several = 100;

/**
 * Areas follow the units they name: where an act ends one, what was made of nothing but the area's own land
 * takes its place from that day. What was made of the area's land and of other's is nobody's to assume: it waits
 * for an administrator of the area.
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
      for (const { key, ended, heirs, parts } of items) {
        await changeArea(tx, this.client, { areaId: key, on }, () =>
          tx.query(followSql, [reorganisationId, key, on, ended, heirs]),
        );
        await tx.query(
          `insert into area_part (id, reorganisation_id, area_id, unit_id, valid_from)
           select gen_random_uuid(), $1, $2, unnest($3::uuid[]), $4`,
          [reorganisationId, key, parts, on],
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
      await changeArea(tx, this.client, { areaId, on }, () => tx.query(backSql, [id, areaId, on]));
    }
    await tx.query('delete from area_follow where reorganisation_id = $1', [id]);
    await tx.query('delete from area_part where reorganisation_id = $1', [id]);
  }
}
