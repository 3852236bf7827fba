import {
  type listCeilings,
  type QuotaCeiling,
  quotaCeilingSet,
  type setCeiling,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, reach, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/instrument.service.ts';
import { lockUnits, ownUnit } from '../units/standing-unit.ts';
import { QuotaCeilingEntity } from './ceiling.entity.ts';

type Item = Output<typeof listCeilings>['items'][number];

const columns = `c.id, c.unit_id as "unitId", c.instrument_id as "instrumentId", c.teams, c.members,
  c.valid_from as "validFrom", c.valid_to as "validTo", i.number`;

/** The most that resolutions let units have. */
@Injectable()
export class CeilingService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listCeilings>): Promise<Output<typeof listCeilings>> {
    const { scope, within } = reach('quota.read', question);
    const items: Item[] = await this.db.query(
      `select ${columns} from quota_ceiling c join instrument i on i.id = c.instrument_id
        where c.valid_from <= $1::date and (c.valid_to is null or $1::date < c.valid_to)
          and ($2::uuid[] is null or c.unit_id in (select id from unit_below($2, $1::date)))
          and ($3::uuid[] is null or c.unit_id in (select id from unit_below($3, $1::date)))
        order by c.unit_id`,
      [question.on, scope, within],
    );
    return { items };
  }

  /** The unit's own ceiling. */
  async standing(unitId: string, on: string): Promise<Item | null> {
    const [own] = await this.db.query(
      `select ${columns} from quota_ceiling c join instrument i on i.id = c.instrument_id
        where c.unit_id = $1 and c.valid_from <= $2::date
          and (c.valid_to is null or $2::date < c.valid_to)`,
      [unitId, on],
    );
    return own ?? null;
  }

  set(command: Input<typeof setCeiling>): Promise<QuotaCeiling> {
    const { id, unitId, instrumentId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await lockUnits(tx, [unitId]);
      const known = await tx.findOneBy(QuotaCeilingEntity, { id });
      if (known) return sameAgain(known, command);
      await ownUnit(tx, 'quota.write', unitId, validFrom);
      await instrumentInForce(tx, instrumentId, validFrom);
      const [next] = await tx.query(
        `select min(valid_from) as day from quota_ceiling where unit_id = $1 and valid_from > $2`,
        [unitId, validFrom],
      );
      await tx.query(
        `update quota_ceiling set valid_to = $2 where unit_id = $1 and valid_from < $2
            and (valid_to is null or valid_to > $2)`,
        [unitId, validFrom],
      );
      const ceiling: QuotaCeiling = { ...command, validTo: next.day };
      await tx.insert(QuotaCeilingEntity, ceiling);
      await publish(tx, quotaCeilingSet, ceiling);
      return ceiling;
    });
  }
}
