import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls `note_<table>` after each statement that writes the table. */
const noted = (table: string) =>
  [
    ['insert', 'referencing new table as became'],
    ['update', 'referencing old table as was new table as became'],
    ['delete', 'referencing old table as was'],
  ].map(
    ([act, tables]) => `create trigger note_${act} after ${act} on ${table} ${tables}
       for each statement execute function note_${table}()`,
  );

/** A change of rows with whom it concerns and days, whichever way they were changed. */
const noting = (table: string, columns: string, where = 'true') => {
  const told = (rows: string) => `
    insert into pay_change (person_id, team_id, unit_id, from_day, to_day)
    select ${columns} from ${rows} where ${where} group by 1, 2, 3`;
  return [
    `create function note_${table}() returns trigger language plpgsql set search_path from current as $$
     begin
       if tg_op <> 'INSERT' then ${told('was')}; end if;
       if tg_op <> 'DELETE' then ${told('became')}; end if;
       return null;
     end $$`,
    ...noted(table),
  ];
};

const days = `min(valid_from), case when bool_or(valid_to is null) then null else max(valid_to) end`;
const dayOf = (moment: string) => `(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

const statements = [
  `create table payroll (
    id uuid primary key,
    month date not null,
    unit_id uuid not null,
    state text not null default 'draft' constraint payroll_state_is_known check (state in
      ('draft', 'calculated', 'submitted', 'approved', 'paid', 'closed', 'reversed')),
    people int not null default 0,
    lines int not null default 0,
    total bigint not null default 0,
    adjustments bigint not null default 0,
    illustrative boolean not null default false,
    calculated_at timestamptz,
    -- what the calculation could see: later changes are told from earlier ones by it
    snapshot text,
    failure text,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint payroll_is_of_a_month check (month = date_trunc('month', month))
  )`,
  `create index payroll_month on payroll (month desc, id)`,
  // law BR-56: a commune's month is paid by one run; a reversed one makes place for another.
  `create table payroll_commune (
    payroll_id uuid not null,
    commune_id uuid not null,
    month date not null,
    live boolean not null default true,
    people int not null default 0,
    amount bigint not null default 0,
    primary key (payroll_id, commune_id),
    constraint payroll_not_found foreign key (payroll_id) references payroll (id),
    constraint commune_is_paid_once_a_month exclude using btree (month with =, commune_id with =) where (live)
  )`,
  `create index payroll_commune_commune on payroll_commune (commune_id, month)`,
  `create table payroll_act (
    id uuid primary key,
    payroll_id uuid not null,
    step text not null,
    account_id uuid not null,
    by text not null,
    at timestamptz not null default clock_timestamp(),
    reason text not null default '',
    accepted text[] not null default '{}',
    constraint payroll_not_found foreign key (payroll_id) references payroll (id)
  )`,
  `create index payroll_act_payroll on payroll_act (payroll_id, at)`,
  `create table payroll_line (
    id bigint generated always as identity primary key,
    payroll_id uuid not null,
    person_id uuid,
    posting_id uuid,
    team_id uuid not null,
    commune_id uuid not null,
    position text,
    policy_id uuid not null,
    code text not null,
    item text not null,
    fund text not null,
    month date not null,
    kind text not null constraint payroll_line_kind_is_known check (kind in ('regular', 'adjustment')),
    rate int not null,
    whole bigint not null,
    quantity numeric(7, 3) not null,
    days int not null,
    amount bigint not null,
    cause text,
    basis jsonb,
    constraint payroll_not_found foreign key (payroll_id) references payroll (id)
  )`,
  `create index payroll_line_order on payroll_line (payroll_id, commune_id, team_id, person_id)`,
  `create index payroll_line_person on payroll_line (person_id, month) where person_id is not null`,
  // Lines lie in the order of their runs: the lines for a month are found by blocks.
  `create index payroll_line_month on payroll_line using brin (month)`,
  // Totals of years are read from here; written with the lines.
  `create table payroll_sum (
    payroll_id uuid not null,
    commune_id uuid not null,
    item text not null,
    position text not null,
    fund text not null,
    people int not null,
    lines int not null,
    amount bigint not null,
    primary key (payroll_id, commune_id, item, position, fund),
    constraint payroll_not_found foreign key (payroll_id) references payroll (id)
  )`,
  `create table payroll_hold (
    payroll_id uuid not null,
    person_id uuid not null,
    reason text not null,
    by text not null,
    at timestamptz not null default clock_timestamp(),
    released_by text,
    released_at timestamptz,
    release_reason text not null default '',
    primary key (payroll_id, person_id),
    constraint payroll_not_found foreign key (payroll_id) references payroll (id)
  )`,
  // Once submitted, what a run says stays as it is, whoever writes.
  `create function keep_submitted_lines() returns trigger language plpgsql set search_path from current as $$
   begin
     if exists (select from payroll p where p.state not in ('draft', 'calculated')
                   and p.id in (select distinct payroll_id from was)) then
       raise exception using errcode = 'check_violation', constraint = 'submitted_payroll_is_final',
         message = 'lines of a submitted run stay as they are';
     end if;
     return null;
   end $$`,
  ...[
    ['insert', 'new'],
    ['update', 'old'],
    ['delete', 'old'],
  ].map(
    ([act, rows]) => `create trigger keep_on_${act} after ${act} on payroll_line
       referencing ${rows} table as was for each statement execute function keep_submitted_lines()`,
  ),

  // Paid by the night or day: what one month has of it and the next has not is no change of anybody's rate.
  `create function is_duty(item text) returns boolean language sql immutable parallel safe as $$
     select item in ('night-duty', 'rest-day-duty', 'holiday-duty', 'heavy-duty', 'call-out', 'special-area-day',
                     'out-of-area', 'emergency-duty', 'training-day')
   $$`,

  // What lies below units in a month; of one that has ended, what lay below it on its last day.
  `create function policy_reach(roots uuid[], first date, next date) returns table (id uuid)
   language sql stable parallel safe as $$
     select id from unit_below(roots, first) union select id from unit_below(roots, next - 1)
   $$`,
  `create function policy_former(roots uuid[], first date) returns table (id uuid)
   language sql stable parallel safe as $$
     select below.id
       from (select v.unit_id as id, max(v.valid_to) - 1 as last_day from unit_version v
              where v.unit_id = any (roots)
              group by v.unit_id having bool_and(v.valid_to <= first)) ended
       cross join lateral unit_below(array[ended.id], ended.last_day) below
   $$`,
  // The teams that a policy for those units pays.
  `create function policy_team(roots uuid[], first date, next date) returns table (id uuid)
   language sql stable parallel safe as $$
     select c.team_id from team_commune c
      where c.valid_from < next and (c.valid_to is null or c.valid_to > first)
        and (roots = '{}' or c.commune_id in (select id from policy_reach(roots, first, next)))
     union
     select v.team_id from policy_former(roots, first) f join team_village v on v.village_id = f.id
   $$`,

  // --- what may change money ---------------------------------------------------------------------------
  // All null is everybody. A run sees what its snapshot saw; the rest goes to the next run's differences.
  `create table pay_change (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    person_id uuid,
    team_id uuid,
    unit_id uuid,
    from_day date not null,
    to_day date
  )`,
  `create index pay_change_xid on pay_change (xid)`,
  // A service that only ends on another day changes nothing of the months before.
  `create function note_posting() returns trigger language plpgsql set search_path from current as $$
   begin
     if tg_op = 'UPDATE' then
       insert into pay_change (person_id, from_day, to_day)
       select b.person_id, least(w.valid_to, b.valid_to),
              case when w.valid_to is not null and b.valid_to is not null then greatest(w.valid_to, b.valid_to) end
         from was w
         join became b on b.id = w.id and (b.person_id, b.team_id, b.position, b.valid_from)
                                        = (w.person_id, w.team_id, w.position, w.valid_from)
        where b.valid_to is distinct from w.valid_to
       union all
       select each.person_id, each.valid_from, each.valid_to
         from was w
         join became b on b.id = w.id and (b.person_id, b.team_id, b.position, b.valid_from)
                                       <> (w.person_id, w.team_id, w.position, w.valid_from)
         cross join lateral (values (w.person_id, w.valid_from, w.valid_to),
                                    (b.person_id, b.valid_from, b.valid_to)) each (person_id, valid_from, valid_to);
       return null;
     end if;
     if tg_op = 'INSERT' then
       -- months served count on
       insert into pay_change (person_id, from_day) select person_id, valid_from from became;
     else
       insert into pay_change (person_id, from_day) select person_id, valid_from from was;
     end if;
     return null;
   end $$`,
  ...noted('posting'),
  ...noting('absence', `person_id, null::uuid, null::uuid, ${days}`),
  ...noting(
    'person_detail',
    `person_id, null::uuid, null::uuid, min(valid_from), null::date`,
    `kind in ('insurance', 'other-title', 'service')`,
  ),
  ...noting(
    'shift',
    `person_id, null::uuid, null::uuid, min(${dayOf('starts_at')}) - 1, max(${dayOf('ends_at')}) + 1`,
    `state in ('approved', 'replaced')`,
  ),
  ...noting('training_day', 'person_id, null::uuid, null::uuid, min(day), max(day) + 1'),
  ...noting('team_village', `null::uuid, team_id, null::uuid, ${days}`),
  ...noting('team_commune', `null::uuid, team_id, null::uuid, ${days}`),
  ...noting('unit_tag', `null::uuid, null::uuid, unit_id, ${days}`),
  ...noting('unit_version', `null::uuid, null::uuid, unit_id, ${days}`),
  ...noting('rate_value', `null::uuid, null::uuid, unit_id, ${days}`),
  ...noting('holiday', 'null::uuid, null::uuid, unit_id, min(day), max(day) + 1'),
  `create function note_person() returns trigger language plpgsql set search_path from current as $$
   begin
     if (new.education, new.ethnicity, new.merged_into)
        is distinct from (old.education, old.ethnicity, old.merged_into) then
       insert into pay_change (person_id, from_day)
       select each, '1900-01-01' from unnest(array[new.id, new.merged_into, old.merged_into]) each
        where each is not null;
     end if;
     return null;
   end $$`,
  `create trigger note_update after update on person for each row execute function note_person()`,
  `create function note_policy() returns trigger language plpgsql set search_path from current as $$
   begin
     if tg_op = 'UPDATE' and new.status <> 'draft'
        and (new.status, new.valid_from, new.valid_to) is distinct from (old.status, old.valid_from, old.valid_to)
     then
       insert into pay_change (from_day) values (coalesce(least(new.valid_from, old.valid_from, new.valid_to, old.valid_to), '1900-01-01'));
     end if;
     return null;
   end $$`,
  `create trigger note_update after update on policy for each row execute function note_policy()`,
];

/** Runs, their lines, and what may change them. */
export class Payroll71 implements MigrationInterface {
  name = 'Payroll1770000000071';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was paid is not forgotten; restore a backup.');
  }
}
