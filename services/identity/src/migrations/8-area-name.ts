import type { MigrationInterface, QueryRunner } from 'typeorm';

const grantsOn = (
  named: boolean,
) => `create or replace function grants_on(account uuid, day date) returns jsonb
   language sql stable parallel safe as $$
     select coalesce(jsonb_agg(
              jsonb_build_object(
                'role', g.role,
                'areaId', g.area_id,${named ? "\n                'areaName', r.name," : ''}
                'units', case when r.whole then to_jsonb('all'::text) else coalesce(u.units, '[]') end)
              order by g.id), '[]')
       from role_grant g
       join area r on r.id = g.area_id
       left join lateral (
         select jsonb_agg(
                  jsonb_build_object('unitId', u.unit_id, 'from', u.valid_from, 'to', u.valid_to)
                  order by u.unit_id, u.valid_from) as units
           from area_unit u
          where u.area_id = r.id
       ) u on true
      where g.account_id = account
        and g.valid_from <= day and (g.valid_to is null or day < g.valid_to)
   $$`;

/** What is told by area names it: the name travels with the grant. */
export class AreaName8 implements MigrationInterface {
  name = 'AreaName1760000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grantsOn(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(grantsOn(false));
  }
}
