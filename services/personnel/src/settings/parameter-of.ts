import { type ParameterCode, parameters, type ParameterValue } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

/** What holds for a unit on a day: the value of the nearest unit above it that has one, else the default. */
export async function parameterOf<C extends ParameterCode>(
  db: EntityManager,
  code: C,
  unitId: string,
  on: PlainDate,
): Promise<ParameterValue<C>> {
  const [row]: { value: ParameterValue<C> }[] = await db.query(
    `with recursive above as (
       select $2::uuid as id, 0 as steps
       union
       select p.parent_id, a.steps + 1 from above a
         join unit_parent p on p.unit_id = a.id
          and p.valid_from <= $3 and (p.valid_to is null or $3 < p.valid_to)
     )
     select s.value from above a
       join setting s on s.unit_id = a.id and s.code = $1
        and s.valid_from <= $3 and (s.valid_to is null or $3 < s.valid_to)
      order by a.steps limit 1`,
    [code, unitId, on],
  );
  return row ? row.value : (parameters[code].byDefault as ParameterValue<C>);
}
