import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `('villages-uncovered', 'teams-short', 'teams-over', 'workplace-missing', 'quota-missing',
  'consolidation-overdue')`;

/** Teams that still share a village after the province's last day are a gap of their own (law BR-85). */
const statements = [
  ...['gap_owner', 'gap_assignment'].flatMap((table) => [
    `alter table ${table} drop constraint gap_kind_is_known`,
    `alter table ${table} add constraint gap_kind_is_known check (kind in ${kinds})`,
  ]),
  // the commune's chair decides about its teams, once the province has decided the numbers
  `insert into gap_owner (kind, level, role, source, valid_from) values
    ('consolidation-overdue', 'commune', 'commune-officer',
     'Điều 17 khoản 1 Luật số 30/2023/QH15', '1900-01-01')`,
  // Days up to `day` on which it may change whether the consolidation term of a place is over.
  `create function consolidation_turns(place uuid, day date) returns setof date
   language sql stable parallel safe as $$
     with recursive above as (
       select place as id
       union
       select p.parent_id from above
         join unit_parent p on p.unit_id = above.id and p.valid_from <= day
     )
     select turn
       from (select unnest(array[t.valid_from, t.valid_to, t.ends_on + 1]) as turn
               from above join consolidation_term t on t.unit_id = above.id
             union
             select unnest(array[p.valid_from, p.valid_to])
               from above join unit_parent p on p.unit_id = above.id) turns
      where turn <= day
   $$`,
  // Since when the term of a place has been over without a break; null where it is not over that day.
  `create function consolidation_overdue_since(place uuid, day date) returns date
   language sql stable parallel safe as $$
     with turn as materialized (
       select turn, coalesce(consolidation_term_of(place, turn) < turn, false) as is_over
         from consolidation_turns(place, day) turn
     )
     select min(turn) from turn
      where turn > coalesce((select max(turn) from turn where not is_over), '-infinity')
   $$`,
];

export class ConsolidationOverdue44 implements MigrationInterface {
  name = 'ConsolidationOverdue1760000000044';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who took what in hand is not taken back; restore a backup.');
  }
}
