import type { MigrationInterface, QueryRunner } from 'typeorm';

const byRuns = `'allowance', 'insurance', 'duty', 'one-off', 'team-operation'`;

/** Whose money, when, for what, out of what; law BR-60: a group's money is of its own fund and no other. */
const place = (table: string) => `
    unit_id uuid not null,
    year int not null,
    fund text not null,
    item_group text not null,
    source text not null,
    constraint budget_is_of_one_fund check (fund = budget_fund(item_group)),
    constraint ${table}_place unique (id, unit_id, year, fund, item_group, source)`;

/** A row against another is about the same money. */
const takesBack = (table: string) => `
    constraint ${table}_not_found foreign key (takes_back_id, unit_id, year, fund, item_group, source)
      references ${table} (id, unit_id, year, fund, item_group, source),
    constraint ${table}_is_taken_back_once unique (takes_back_id)`;

/** Money stays as it was written. */
const stays = (table: string) =>
  `create trigger keep_rows before update or delete on ${table}
     for each row execute function keep_budget_rows()`;

const statements = [
  `create function budget_fund(item_group text) returns text language sql immutable parallel safe as $$
     select case when item_group like 'movement-%' then 'movement' else 'force' end
   $$`,
  `create table budget_request (
    id uuid primary key,
    unit_id uuid not null,
    year int not null,
    fund text not null,
    title text not null,
    state text not null default 'drafted' constraint budget_request_state_is_known check (state in
      ('drafted', 'submitted', 'appraised', 'approved', 'refused', 'allocated', 'settled')),
    decision jsonb,
    instrument jsonb,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint budget_request_place unique (id, unit_id, year, fund)
  )`,
  `create index budget_request_unit on budget_request (unit_id, year)`,
  `create table budget_request_line (
    request_id uuid not null,
    n int not null,
    fund text not null,
    unit_id uuid not null,
    year int not null,
    item_group text not null,
    source text not null,
    amount bigint not null,
    reason text not null default '',
    appraised bigint,
    approved bigint,
    allocated bigint,
    spent bigint,
    returned bigint,
    primary key (request_id, n),
    constraint budget_request_not_found foreign key (request_id, unit_id, year, fund)
      references budget_request (id, unit_id, year, fund),
    constraint budget_is_of_one_fund check (fund = budget_fund(item_group)),
    constraint budget_request_names_a_line_once unique (request_id, item_group, source),
    constraint budget_exceeds_approval check (allocated <= approved)
  )`,
  `create table budget_request_act (
    id uuid primary key,
    request_id uuid not null,
    step text not null,
    account_id uuid not null,
    by text not null,
    at timestamptz not null default clock_timestamp(),
    act jsonb not null,
    constraint budget_request_not_found foreign key (request_id) references budget_request (id)
  )`,
  `create index budget_request_act_request on budget_request_act (request_id, at)`,
  `create table budget (
    id uuid primary key,
    ${place('budget')},
    kind text not null constraint budget_kind_is_known check (kind in
      ('opening', 'supplement', 'reduction', 'recall')),
    amount bigint not null constraint budget_is_of_something check (amount <> 0),
    instrument jsonb not null,
    request_id uuid,
    takes_back_id uuid,
    note text not null default '',
    by text not null,
    at timestamptz not null default clock_timestamp(),
    constraint budget_request_not_found foreign key (request_id, unit_id, year, fund)
      references budget_request (id, unit_id, year, fund),
    ${takesBack('budget')}
  )`,
  `create index budget_year on budget (year, unit_id)`,
  `create table budget_spending (
    id uuid primary key,
    ${place('budget_spending')},
    amount bigint not null constraint budget_spending_is_of_something check (amount <> 0),
    spent_on date not null,
    paper text not null,
    note text not null default '',
    request_id uuid,
    takes_back_id uuid,
    by text not null,
    at timestamptz not null default clock_timestamp(),
    constraint budget_group_is_paid_by_runs check (item_group not in (${byRuns})),
    constraint budget_request_not_found foreign key (request_id, unit_id, year, fund)
      references budget_request (id, unit_id, year, fund),
    ${takesBack('budget_spending')}
  )`,
  `create index budget_spending_year on budget_spending (year, unit_id)`,
  `create function keep_budget_rows() returns trigger language plpgsql set search_path from current as $$
   begin
     raise exception using errcode = 'check_violation', constraint = 'budget_rows_stay',
       message = 'money that was given or spent stays as it was recorded';
   end $$`,
  stays('budget'),
  stays('budget_spending'),
  stays('budget_request_act'),
];

/** Money given by instruments, asked for, and spent. */
export class Budget72 implements MigrationInterface {
  name = 'Budget1770000000072';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was given and spent is not forgotten; restore a backup.');
  }
}
