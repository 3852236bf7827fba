import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What an amount is set aside for: it goes to the insurance, another body pays it (law BR-54, BR-98), or it is held
  // with what a person or a relative is to get. Null: it is paid. Said here alone.
  `create function aside_of(payee text, fund text, held boolean) returns text language sql immutable parallel safe as $$
     select case when payee = 'insurer' then 'insurer'
                 when fund = 'mobilising-body' then 'body'
                 when held and payee in ('person', 'relative') then 'held' end
   $$`,
  `create view payroll_money as
     select l.id, l.payroll_id, l.commune_id, l.person_id, l.team_id, l.position, l.policy_id, l.code, l.item, l.fund,
            l.payee, l.month, l.kind, l.quantity, l.days, l.whole, l.amount, l.cause, l.basis,
            aside_of(l.payee, l.fund, h.person_id is not null) as aside
       from payroll_line l
       left join payroll_hold h on h.payroll_id = l.payroll_id and h.person_id = l.person_id and h.released_at is null`,
];

/** Lines with what their money is set aside for. */
export class PayAside82 implements MigrationInterface {
  name = 'PayAside1770000000082';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view payroll_money');
    await runner.query('drop function aside_of(text, text, boolean)');
  }
}
