import {
  type listSettings,
  ParameterCode,
  parameters,
  parameterSet,
  problem,
  type Setting,
  type setParameter,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { assertInside, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { SettingEntity } from './setting.entity.ts';

/** What the law leaves to the provinces, as data with a day, a territory and a source. */
@Injectable()
export class SettingService {
  constructor(private readonly db: EntityManager) {}

  async list({ on, within }: Input<typeof listSettings>): Promise<Output<typeof listSettings>> {
    const items = await this.db.query(
      `select s.id, s.code, s.unit_id as "unitId", s.value, s.source, s.valid_from as "validFrom",
              s.valid_to as "validTo", coalesce(v.kind || ' ' || v.name, '') as "unitName"
         from setting s
         left join lateral (select kind, name from unit_version
                             where unit_id = s.unit_id order by valid_from desc limit 1) v on true
        where ($1::date is null or s.valid_from <= $1 and (s.valid_to is null or $1 < s.valid_to))
          and ($2::uuid is null or s.unit_id = $2)
        order by s.code, s.unit_id, s.valid_from desc`,
      [on ?? null, within ?? null],
    );
    const defaults = ParameterCode.options.map((code) => {
      const { byDefault, basis } = parameters[code];
      return { code, value: byDefault, basis };
    });
    return { items, nextCursor: null, total: items.length, defaults };
  }

  set(command: Input<typeof setParameter>): Promise<Setting> {
    const { id, code, unitId, validFrom } = command;
    const value = parameters[code].value.safeParse(command.value);
    if (!value.success) throw problem('setting-value-invalid', { code, value: command.value });
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [unitId], validFrom);
      const known = await tx.findOneBy(SettingEntity, { id });
      if (known) return sameAgain(known as Setting, command);
      const [next] = await tx.query(
        `select min(valid_from) as "from" from setting
          where code = $1 and unit_id = $2 and valid_from > $3`,
        [code, unitId, validFrom],
      );
      await tx.query(
        `update setting set valid_to = $3 where code = $1 and unit_id = $2 and valid_from < $3
            and (valid_to is null or $3 < valid_to)`,
        [code, unitId, validFrom],
      );
      const setting: Setting = { ...command, validTo: next.from };
      await tx.insert(SettingEntity, setting as never);
      await publish(tx, parameterSet, setting);
      return setting;
    });
  }
}
