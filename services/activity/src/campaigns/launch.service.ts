import { launchRecorded, type listLaunches, problem, type recordLaunch } from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, reach } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { campaignBy } from './campaigns-of.ts';

/** Days that a ceremony was held too late: "trước ngày 25/9" is over with the 24th (reporting BR-05). */
const daysLate = `case when l.held_on is not null and c.launch_before is not null then
  greatest(0, l.held_on - c.launch_before + case when c.launch_inclusive then 0 else 1 end) end`;

/** When and how units launched a campaign. */
@Injectable()
export class LaunchService {
  constructor(private readonly db: EntityManager) {}

  async record({
    id,
    ...launch
  }: Input<typeof recordLaunch>): Promise<Output<typeof recordLaunch>> {
    return this.db.transaction(async (tx) => {
      const campaign = await campaignBy(tx, id, today());
      const { unitId, heldOn, manner, note } = launch;
      const absent = problem('unit-not-found', { id: unitId, on: heldOn });
      await assertInside(tx, 'report.write', [unitId], heldOn, absent);
      if (heldOn > today() || heldOn < campaign.plannedOn || heldOn > campaign.to)
        throw problem('launch-outside-campaign', {
          heldOn,
          from: campaign.plannedOn,
          to: campaign.to,
        });
      await tx.query(
        `insert into launch (campaign_id, unit_id, held_on, manner, note, recorded_by_name)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, unitId, heldOn, manner, note, currentPrincipal().username],
      );
      const [{ late }] = await tx.query(
        `select coalesce(${daysLate}, 0) as late from campaign c, (select $2::date as held_on) l where c.id = $1`,
        [id, heldOn],
      );
      await publish(tx, launchRecorded, { id, ...launch });
      return { ...launch, daysLate: late };
    });
  }

  async list({ id, within }: Input<typeof listLaunches>): Promise<Output<typeof listLaunches>> {
    const campaign = await campaignBy(this.db, id, today());
    const on = campaign.rounds[0]!.to < today() ? campaign.rounds[0]!.to : today();
    const roots = reach('report.read', { on, ...(within ? { within } : {}) });
    const items = await this.db.query(
      `select u.id as "unitId", v.kind || ' ' || v.name as "unitName", l.held_on as "heldOn", l.manner,
              coalesce(l.note, '') as note, ${daysLate} as "daysLate"
         from campaign c
         join unit u on u.level in ('district', 'commune')
         join unit_version v on v.unit_id = u.id and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
         left join lateral (select held_on, manner, note from launch
                             where campaign_id = c.id and unit_id = u.id order by recorded_at desc limit 1) l on true
        where c.id = $1
          and (c.unit_id is null or u.id in (select id from unit_below(array[c.unit_id], $2)))
          and ($3::uuid[] is null or u.id in (select id from unit_below($3, $2)))
          and ($4::uuid[] is null or u.id in (select id from unit_below($4, $2)))
        order by u.level desc, v.name`,
      [id, on, roots.scope, roots.within],
    );
    return { items, nextCursor: null, total: items.length };
  }
}
