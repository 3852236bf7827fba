import {
  type listRateTables,
  type RateValue,
  rateSet,
  rateTables,
  type setRate,
  problem,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { assertEverywhere, assertInside, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Values from outside (base wage, minimum wages, prices) as data with a day and a source. */
@Injectable()
export class RateTableService {
  constructor(private readonly db: EntityManager) {}

  async list({ on, table }: Input<typeof listRateTables>): Promise<Output<typeof listRateTables>> {
    const items = await this.db.query(
      `select r.id, r."table", r.key, r.unit_id as "unitId", trim_scale(r.value)::text as value, r.source,
              r.valid_from as "validFrom", r.valid_to as "validTo",
              coalesce(v.kind || ' ' || v.name, '') as "unitName"
         from rate_value r
         left join lateral (select kind, name from unit_version
                             where unit_id = r.unit_id order by valid_from desc limit 1) v on true
        where ($1::date is null or r.valid_from <= $1 and (r.valid_to is null or $1 < r.valid_to))
          and ($2::text is null or r."table" = $2)
        order by r."table", r.key, r.unit_id nulls first, r.valid_from desc`,
      [on ?? null, table ?? null],
    );
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setRate>): Promise<RateValue> {
    const { id, table, key, unitId, value, source, validFrom } = command;
    const { keys } = rateTables[table];
    if (keys.length > 0 ? !(keys as readonly string[]).includes(key) : key !== '') {
      throw problem('rate-key-unknown', { table, key });
    }
    return this.db.transaction(async (tx) => {
      if (unitId === null) assertEverywhere('policy.write', validFrom);
      else await assertInside(tx, 'policy.write', [unitId], validFrom);
      const [known] = await tx.query(
        `select id, "table", key, unit_id as "unitId", trim_scale(value)::text as value, source,
                valid_from as "validFrom", valid_to as "validTo" from rate_value where id = $1`,
        [id],
      );
      if (known) return sameAgain(known as RateValue, command);
      const same = `"table" = $1 and key = $2 and unit_id is not distinct from $3`;
      const [next] = await tx.query(
        `select min(valid_from) as "from" from rate_value where ${same} and valid_from > $4`,
        [table, key, unitId, validFrom],
      );
      await tx.query(
        `update rate_value set valid_to = $4 where ${same} and valid_from < $4
            and (valid_to is null or $4 < valid_to)`,
        [table, key, unitId, validFrom],
      );
      await tx.query(
        `insert into rate_value (id, "table", key, unit_id, value, source, valid_from, valid_to)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, table, key, unitId, value, source, validFrom, next.from],
      );
      const set: RateValue = { ...command, validTo: next.from };
      await publish(tx, rateSet, set);
      return set;
    });
  }
}
