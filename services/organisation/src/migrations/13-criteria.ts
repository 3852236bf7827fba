import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Criteria of the People's Councils (Law 30/2023/QH15 Art. 14.3) as documents. That one alone holds for a
 * village on a day spans trees and reorganisations; adopting looks for it under a lock.
 */
const statements = [
  `create table criteria (
    id uuid primary key,
    instrument_id uuid,
    document jsonb not null,
    status text not null default 'draft'
      constraint criteria_status_is_known check (status in ('draft', 'adopted', 'withdrawn')),
    valid_from date,
    valid_to date,
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint adopted_criteria_cite_an_instrument check (
      status <> 'adopted' or (instrument_id is not null and valid_from is not null))
  )`,
  `create index criteria_instrument on criteria (instrument_id)`,
  `create table criteria_unit (
    criteria_id uuid not null,
    unit_id uuid not null,
    primary key (criteria_id, unit_id),
    constraint criteria_not_found foreign key (criteria_id) references criteria (id),
    constraint unit_not_found foreign key (unit_id) references unit (id)
  )`,

  // Criteria with where and how long they hold: in their own units or their instrument's territory (null =
  // everywhere), until they are withdrawn or their instrument ends.
  `create view criteria_reach as
   select c.id, c.instrument_id, c.status, c.valid_from,
          least(c.valid_to, i.effective_to) as ends_on,
          coalesce(
            nullif(array(select u.unit_id from criteria_unit u where u.criteria_id = c.id
                          order by u.unit_id), '{}'),
            nullif(array(select t.unit_id from instrument_territory t
                          where t.instrument_id = c.instrument_id order by t.unit_id), '{}')) as roots
     from criteria c
     left join instrument i on i.id = c.instrument_id`,

  // The villages of a day that lie below units; below one that has ended: those that lay there on its last
  // day, or what became of them. A former province keeps its criteria until another document replaces them.
  `create function criteria_villages(roots uuid[], day date) returns table (id uuid)
   language sql stable parallel safe as $$
     with root as (
       select v.unit_id as id,
              bool_or(v.valid_from <= day and (v.valid_to is null or day < v.valid_to)) as stands,
              max(v.valid_to) filter (where v.valid_to <= day) - 1 as last_day
         from unit_version v where v.unit_id = any (roots) group by v.unit_id
     ),
     was as (
       select distinct b.id from root r cross join lateral unit_below(array[r.id], r.last_day) b
        where not r.stands and r.last_day is not null
     )
     select b.id from unit_below((select array_agg(r.id) from root r where r.stands), day) b
     union
     select was.id from was
     union
     select h.heir from village_heirs(day) h join was on was.id = h.was
   $$`,

  `alter table unit_figure drop constraint figure_kind_is_known`,
  `alter table unit_figure add constraint figure_kind_is_known check (
     kind in ('households', 'population', 'population-with-temporary', 'area-km2'))`,
];

export class Criteria13 implements MigrationInterface {
  name = 'Criteria1760000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Criteria are not taken back; restore a backup.');
  }
}
