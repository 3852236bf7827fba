import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table duty_order (
    id uuid primary key,
    commune_id uuid not null,
    kind text not null constraint order_kind_is_known check (kind in ('assignment', 'mobilisation')),
    body text not null,
    number text not null default '',
    signed_on date not null,
    first_day date not null,
    last_day date not null,
    place text not null,
    task text not null default '',
    out_of_area boolean not null default false,
    mobilising_body text,
    hazard_grade int,
    constraint duty_order_ends_after_it_began check (last_day >= first_day),
    -- law BR-54
    constraint duty_out_of_area_names_its_body check (not out_of_area or mobilising_body is not null),
    -- law BR-98
    constraint hazard_grade_is_of_a_mobilisation check
      (hazard_grade is null or kind = 'mobilisation' and hazard_grade between 1 and 3)
  )`,
  `create index duty_order_commune on duty_order (commune_id, first_day)`,

  `create table shift (
    id uuid primary key,
    person_id uuid not null,
    team_id uuid not null,
    order_id uuid,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    rest_day boolean not null,
    heavy boolean not null,
    note text not null default '',
    state text not null default 'recorded'
      constraint shift_state_is_known check (state in ('recorded', 'approved', 'returned', 'replaced')),
    corrects_id uuid,
    reason text not null default '',
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    judged_by text,
    judged_at timestamptz,
    constraint person_not_found foreign key (person_id) references person (id),
    constraint duty_order_not_found foreign key (order_id) references duty_order (id),
    constraint shift_not_found foreign key (corrects_id) references shift (id),
    constraint shift_is_corrected_once unique (corrects_id),
    constraint shift_lasts_up_to_a_day check
      (ends_at between starts_at + interval '1 minute' and starts_at + interval '24 hours'),
    constraint person_has_one_shift_at_a_time
      exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
      where (state in ('recorded', 'approved'))
  )`,
  `create index shift_team on shift (team_id, starts_at)`,
  `create index shift_open on shift (starts_at) where state = 'recorded'`,
  // What was approved may be paid: only a newer entry takes its place, and a merger of records its person.
  `create function keep_approved_shift() returns trigger language plpgsql as $$
   begin
     if old.state in ('approved', 'replaced') and (tg_op = 'DELETE' or
        (to_jsonb(new) - 'state' - 'person_id') <> (to_jsonb(old) - 'state' - 'person_id')
        or new.state not in (old.state, 'replaced')) then
       raise exception using errcode = 'check_violation', constraint = 'approved_shift_is_final',
         message = 'an approved shift stays as it is';
     end if;
     return coalesce(new, old);
   end $$`,
  `create trigger keep_approved before update or delete on shift
     for each row execute function keep_approved_shift()`,
];

export class Duty42 implements MigrationInterface {
  name = 'Duty1770000000042';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Records of duty are not taken back; restore a backup.');
  }
}
