import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table payment_batch (
    id uuid primary key,
    payroll_id uuid not null,
    number int not null,
    by text not null,
    made_at timestamptz not null default clock_timestamp(),
    -- when its files were first made; what they were is in payment_file
    files_at timestamptz,
    files_by text,
    files_state text,
    constraint payroll_not_found foreign key (payroll_id) references payroll (id),
    constraint payment_batch_has_its_number unique (payroll_id, number)
  )`,
  // What somebody (or a team) gets from a commune by one run, once in each batch that it was issued in.
  `create table payment (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity,
    payroll_id uuid not null,
    batch_id uuid not null,
    commune_id uuid not null,
    team_id uuid,
    person_id uuid,
    -- 'relative': who survives the person is paid apart from what the person was still owed
    payee text not null,
    name text not null,
    team_name text not null,
    position text,
    amount bigint not null constraint payment_is_some check (amount <> 0),
    channel text not null constraint payment_channel_is_known check (channel in ('bank', 'post', 'office')),
    -- The account as it was. Sealed under the detail that it was copied from, and opened under its id.
    detail_id uuid,
    bank text not null default '',
    account bytea,
    state text not null default 'issued' constraint payment_state_is_known
      check (state in ('issued', 'paid', 'failed', 'left', 'withdrawn')),
    reason text not null default '',
    settled_by text,
    settled_at timestamptz,
    constraint payroll_not_found foreign key (payroll_id) references payroll (id),
    constraint payment_batch_not_found foreign key (batch_id) references payment_batch (id),
    constraint bank_payment_has_an_account check (channel <> 'bank' or account is not null),
    constraint recovery_is_at_the_office check (amount > 0 or channel = 'office'),
    -- Never twice: what failed or was withdrawn makes place for another.
    constraint pay_is_issued_once exclude using btree
      (payroll_id with =, commune_id with =, (coalesce(person_id, team_id)) with =, payee with =)
      where (state in ('issued', 'paid', 'left'))
  )`,
  `create unique index payment_number on payment (number)`,
  `create index payment_batch_order on payment (batch_id, number)`,
  `create index payment_person on payment (person_id) where person_id is not null`,
  // Only how it stands changes, whoever writes.
  `create function keep_issued_payment() returns trigger language plpgsql set search_path from current as $$
   begin
     if tg_op = 'DELETE' or (new.id, new.number, new.payroll_id, new.batch_id, new.commune_id, new.team_id,
                             new.person_id, new.payee, new.amount, new.channel, new.detail_id, new.bank, new.account)
          is distinct from (old.id, old.number, old.payroll_id, old.batch_id, old.commune_id, old.team_id,
                            old.person_id, old.payee, old.amount, old.channel, old.detail_id, old.bank, old.account) then
       raise exception using errcode = 'check_violation', constraint = 'issued_payment_is_final',
         message = 'what was issued stays as it is';
     end if;
     return new;
   end $$`,
  `create trigger keep_issued before update or delete on payment
     for each row execute function keep_issued_payment()`,
  `create table payment_file (
    batch_id uuid not null,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    rows int not null,
    amount bigint not null,
    at timestamptz not null default clock_timestamp(),
    by text not null,
    primary key (batch_id, name),
    constraint payment_batch_not_found foreign key (batch_id) references payment_batch (id)
  )`,
  // Lines of one owner in one commune are found for each payment.
  `create index payroll_line_owner on payroll_line (payroll_id, commune_id, (coalesce(person_id, team_id)))`,
];

/** Orders to pay, in batches, and what came of each. */
export class Payment74 implements MigrationInterface {
  name = 'Payment1770000000074';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was paid is not forgotten; restore a backup.');
  }
}
