import type { Area } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

/** Areas with their dated units, by name; all of them where no ids are given. */
export function loadAreas(db: EntityManager, ids: string[] | null = null): Promise<Area[]> {
  return db.query(
    `select a.id, a.name, a.whole, coalesce(u.units, '[]') as units
       from area a
       left join lateral (
         select jsonb_agg(
                  jsonb_build_object('unitId', u.unit_id, 'from', u.valid_from, 'to', u.valid_to)
                  order by u.unit_id, u.valid_from) as units
           from area_unit u
          where u.area_id = a.id
       ) u on true
      where $1::uuid[] is null or a.id = any ($1)
      order by not a.whole, a.name, a.id`,
    [ids],
  );
}
