import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // Until a run is sent on it is calculated as often as something changes.
  `create function may_be_calculated(state text) returns boolean language sql immutable parallel safe as $$
     select state in ('draft', 'calculated')
   $$`,
  `create or replace function keep_submitted_lines() returns trigger language plpgsql set search_path from current as $$
   begin
     if exists (select from payroll p where not may_be_calculated(p.state)
                   and p.id in (select distinct payroll_id from was)) then
       raise exception using errcode = 'check_violation', constraint = 'submitted_payroll_is_final',
         message = 'lines of a submitted run stay as they are';
     end if;
     return null;
   end $$`,
  // What was taken out of a batch to be held, and was paid all the same, is set aside no more.
  `create or replace view payroll_money as
     select l.id, l.payroll_id, l.commune_id, l.person_id, l.team_id, l.position, l.policy_id, l.code, l.item, l.fund,
            l.payee, l.month, l.kind, l.quantity, l.days, l.whole, l.amount, l.cause, l.basis,
            aside_of(l.payee, l.fund, h.person_id is not null and not exists (
              select from payment y
               where y.person_id = l.person_id and y.payroll_id = l.payroll_id and y.commune_id = l.commune_id
                 and y.payee = l.payee and y.state in ('issued', 'paid', 'left'))) as aside
       from payroll_line l
       left join payroll_hold h on h.payroll_id = l.payroll_id and h.person_id = l.person_id and h.released_at is null`,
];

/** Which runs may be calculated, and what is set aside, each said once. */
export class SaidOnce96 implements MigrationInterface {
  name = 'SaidOnce1770000000096';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Lines of submitted runs are kept by it; restore a backup.');
  }
}
