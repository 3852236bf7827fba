import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Sơ cấp: resolutions pay by it.
  `alter table person drop constraint education_is_known`,
  `alter table person add constraint education_is_known check (education in
     ('none', 'primary', 'lower-secondary', 'upper-secondary', 'elementary', 'intermediate', 'college', 'university',
      'postgraduate'))`,

  // Who is paid, who is billed for duty out of the area (law BR-54), and by which decided dossier. Who left a former
  // force has no team; what a decision grants may rest on no policy.
  `alter table payroll_line
     alter column team_id drop not null,
     alter column policy_id drop not null,
     add column payee text not null default 'person',
     add column body text,
     add column case_id uuid,
     add constraint payroll_line_payee_is_known check (payee in ('person', 'relative', 'insurer', 'team')),
     add constraint payroll_line_is_somebodys check (num_nonnulls(person_id, team_id) > 0),
     drop constraint payroll_line_kind_is_known,
     add constraint payroll_line_kind_is_known check (kind in ('regular', 'adjustment', 'case'))`,
  // law BR-56: a dossier is paid once
  `create unique index case_is_paid_once_a_run on payroll_line (payroll_id, case_id, code) where kind = 'case'`,
  `create index payroll_line_case on payroll_line (case_id) where case_id is not null`,
  `create index payroll_line_body on payroll_line (payroll_id, body) where body is not null`,
  // The commune itself while it stands; of one that has ended, that which most of its villages went to.
  `create function commune_since(commune uuid, day date) returns uuid language plpgsql stable parallel safe
   set search_path from current as $$
   declare last_day date;
   begin
     for step in 1..20 loop
       exit when commune is null or exists (
         select from unit_version v where v.unit_id = commune and v.valid_from <= day
                                       and (v.valid_to is null or day < v.valid_to));
       select max(v.valid_to) - 1 into last_day from unit_version v where v.unit_id = commune and v.valid_to <= day;
       exit when last_day is null;
       commune := (
         select n.parent_id
           from unit_parent o
           join unit_parent n on n.unit_id = o.unit_id and n.valid_from <= last_day + 1
            and (n.valid_to is null or n.valid_to > last_day + 1)
          where o.parent_id = commune and o.valid_from <= last_day and (o.valid_to is null or o.valid_to > last_day)
          group by n.parent_id order by count(*) desc, n.parent_id limit 1);
     end loop;
     return commune;
   end $$`,
  `alter table payroll_sum add column payee text not null default 'person'`,
  `alter table payroll_sum drop constraint payroll_sum_pkey`,
  `alter table payroll_sum add primary key (payroll_id, commune_id, item, position, fund, payee)`,
];

/** Who is paid by a line, whom it is billed to, and lines by a decided dossier. */
export class OtherMoney76 implements MigrationInterface {
  name = 'OtherMoney1770000000076';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was paid is not forgotten; restore a backup.');
  }
}
