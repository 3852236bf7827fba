import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // One of each sender in a period. What was sent stands in versions; here is how far it has come.
  `create table report (
    id uuid primary key,
    period_id uuid not null,
    sender text not null,
    sender_id uuid not null,
    -- what it counts under in the tree of the period: a team's commune, a unit itself
    unit_id uuid not null,
    state text not null constraint report_state_is_known
      check (state in ('draft', 'submitted', 'returned', 'verified', 'accepted')),
    version int not null,
    version_id uuid,
    accepted_version_id uuid,
    draft jsonb,
    first_sent_at timestamptz,
    sent_at timestamptz,
    -- returned, and not there again in time (reporting BR-38)
    lapsed boolean not null default false,
    resubmit_by timestamptz,
    returns int not null default 0,
    warnings int not null default 0,
    -- another version counts since the period closed (reporting BR-40)
    recounted_at timestamptz,
    constraint reporting_period_not_found foreign key (period_id) references reporting_period (id),
    constraint report_has_a_version_once_sent check ((state = 'draft') = (version_id is null)),
    constraint report_is_sent_once_a_period unique (period_id, sender_id)
  )`,
  // The tallies of a country read nothing else of a report.
  `create index report_tally on report (period_id, sender_id)
     include (state, first_sent_at, lapsed, resubmit_by, version_id, accepted_version_id)`,
  `create table report_version (
    id uuid primary key,
    report_id uuid not null,
    number int not null,
    sent_at timestamptz not null,
    sent_by uuid not null,
    sent_by_name text not null,
    reason text not null,
    late boolean not null,
    warnings jsonb not null,
    verified_at timestamptz,
    verified_by_name text,
    accepted_at timestamptz,
    accepted_by_name text,
    returned_at timestamptz,
    returned_by_name text,
    return_reason text,
    constraint report_not_found foreign key (report_id) references report (id),
    constraint report_version_has_its_number unique (report_id, number)
  )`,
  // Written in one statement with its version, and never again: whoever scores reads those of accepted versions.
  `create table report_value (
    report_version_id uuid not null,
    code text not null,
    period_id uuid not null,
    numerator numeric(17, 2),
    denominator numeric(17, 2),
    no_case boolean not null,
    primary key (report_version_id, code)
  )`,
  `create index report_value_indicator on report_value (period_id, code)`,
  // Who reports from an area: its units, the teams of its communes, and teams all of whose villages lie in it (the
  // area of a team's leader, decision 0072).
  `create function senders_below(roots uuid[], day date) returns table (sender_id uuid)
   language sql stable parallel safe as $$
     with below as materialized (select id from unit_below(roots, day))
     select id from below
     union
     select t.team_id from team_commune t join below b on b.id = t.commune_id
      where t.valid_from <= day and (t.valid_to is null or day < t.valid_to)
     union
     select v.team_id from team_village v join below b on b.id = v.village_id
      where v.valid_from <= day and (v.valid_to is null or day < v.valid_to)
        and not exists (select from team_village o
                         where o.team_id = v.team_id and o.valid_from <= day
                           and (o.valid_to is null or day < o.valid_to)
                           and o.village_id not in (select id from below))
   $$`,
  // The same of one sender, from below: short, however large the area is.
  `create function sender_is_below(sender uuid, unit uuid, roots uuid[], day date) returns boolean
   language sql stable parallel safe as $$
     select roots is null
         or exists (select from unit_above(unit, day) a where a.id = any (roots))
         or coalesce((select bool_and(exists (select from unit_above(v.village_id, day) a
                                               where a.id = any (roots)))
                        from team_village v
                       where v.team_id = sender and v.valid_from <= day
                         and (v.valid_to is null or day < v.valid_to)), false)
   $$`,
  // Who judges a report answers for what lies over its sender, not for the sender itself (reporting BR-39).
  `create function sender_is_under(sender text, unit uuid, roots uuid[], day date) returns boolean
   language sql stable parallel safe as $$
     select roots is null
         or exists (select from unit_above(unit, day) a
                     where a.id = any (roots) and (sender = 'team' or a.steps > 0))
   $$`,
  // The areas of somebody that hold on a day; null is everywhere.
  `create function roots_on(ids uuid[], froms date[], tos date[], day date) returns uuid[]
   language sql immutable parallel safe as $$
     select case when ids is not null then
       coalesce((select array_agg(a.id) from unnest(ids, froms, tos) a (id, valid_from, valid_to)
                  where a.valid_from <= day and (a.valid_to is null or day < a.valid_to)), '{}') end
   $$`,
];

export class Report4 implements MigrationInterface {
  name = 'Report1770000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Reports are not dropped; restore a backup.');
  }
}
