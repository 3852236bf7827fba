import { tellFact } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is copied: the table, the noun it belongs to, and the column that says whose it is. */
const copied = [
  ['unit', 'unit', 'id'],
  ['unit_version', 'unit', 'unit_id'],
  ['unit_parent', 'unit', 'unit_id'],
  ['unit_tag', 'unit', 'unit_id'],
  ['team', 'team', 'id'],
  ['team_village', 'team', 'team_id'],
  ['quota', 'quota', 'unit_id'],
  ['transition', 'quota', 'unit_id'],
] as const;

/**
 * The tables themselves tell what changed: commands, imports, acts and their undoing write them in many
 * ways, and a copy must miss none. A statement tells once, in messages of 500 ids.
 */
const statements = [
  ...tellFact,
  `create function tell_copies(noun text, changed uuid[]) returns void language sql as $$
     select tell_fact('event.organisation.copies-changed.v1',
                      jsonb_build_object('noun', noun, 'ids', jsonb_agg(id)))
       from (select id, (row_number() over (order by id) - 1) / 500 as part
               from (select distinct unnest(changed) as id) one) each
      group by part
   $$`,
  ...copied.flatMap(([table, noun, column]) => [
    `create function tell_${table}_copies() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then
         perform tell_copies('${noun}', (select array_agg(distinct ${column}) from became));
       elsif tg_op = 'DELETE' then
         perform tell_copies('${noun}', (select array_agg(distinct ${column}) from was));
       else
         perform tell_copies('${noun}', (select array_agg(distinct ${column})
           from ((select * from was except select * from became)
                 union all (select * from became except select * from was)) changed));
       end if;
       return null;
     end $$`,
    `create trigger tell_copies_of_new after insert on ${table}
       referencing new table as became for each statement execute function tell_${table}_copies()`,
    `create trigger tell_copies_of_changed after update on ${table}
       referencing old table as was new table as became
       for each statement execute function tell_${table}_copies()`,
    `create trigger tell_copies_of_gone after delete on ${table}
       referencing old table as was for each statement execute function tell_${table}_copies()`,
  ]),
];

export class Copies50 implements MigrationInterface {
  name = 'Copies1760000000050';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Copies are told from here on; restore a backup.');
  }
}
