import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `stateOf` reads when this migration is released. */
const tables = [
  ...['posting', 'shift', 'claim', 'supervision', 'cessation', 'reminder', 'refusal', 'absence'],
  ...['issue', 'severance', 'age_review', 'application', 'person_detail', 'person_file'],
];
const state = `md5(${tables
  .map(
    (table) => `(select coalesce(string_agg(each::text, '' order by id), '') from ${table} each
                  where person_id = c.kept_id)`,
  )
  .join(' || ')})`;

const statements = [
  // A merger is taken back only while the record is as it left it: the new columns are no later act.
  `create temporary table untouched on commit drop as
     select c.id from comparison c where c.kept_id is not null and c.undone_at is null and c.state = ${state}`,

  `create sequence shift_version`,
  `alter table shift
     add column kind text not null default 'watch'
       constraint duty_kind_is_known check (kind in ('watch', 'patrol')),
     add column with_police boolean not null default false,
     add column version bigint not null default nextval('shift_version')`,
  `update comparison c set state = ${state} from untouched u where u.id = c.id`,

  // Copies learn of approved duty from the table itself; what was replaced was no duty.
  `create function next_shift_version() returns trigger language plpgsql as $$
   begin
     new.version := nextval('shift_version');
     return new;
   end $$`,
  `create trigger next_version before update on shift
     for each row execute function next_shift_version()`,
  `create function tell_duties() returns trigger language plpgsql as $$
   begin
     perform tell_fact('event.personnel.duties-changed.v1',
         jsonb_build_object('duties', jsonb_agg(jsonb_build_object('id', id, 'personId', person_id,
           'teamId', team_id, 'kind', kind, 'withPolice', with_police, 'startsAt', starts_at,
           'endsAt', ends_at, 'version', version, 'gone', state <> 'approved'))))
       from (select *, (row_number() over (order by id) - 1) / 500 as part from told
              where state in ('approved', 'replaced')) each
      group by part;
     return null;
   end $$`,
  `create trigger tell_new_duties after insert on shift
     referencing new table as told for each statement execute function tell_duties()`,
  `create trigger tell_changed_duties after update on shift
     referencing new table as told for each statement execute function tell_duties()`,
  `create index shift_approved on shift (id) where state = 'approved'`,
];

/** Whether a shift was a watch or a patrol, and with the commune police; approved ones are told to copies. */
export class DutyKind91 implements MigrationInterface {
  name = 'DutyKind1770000000091';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Records of duty are not taken back; restore a backup.');
  }
}
