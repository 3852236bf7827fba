import { copyTables, messagingTables, tellFact } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  ...messagingTables,
  ...copyTables,

  // --- people ------------------------------------------------------------------------------------------
  // Names sort by the given name, then family and middle names: sort_name holds them in that order.
  `create table person (
    id uuid primary key,
    name text not null,
    search_key text not null,
    sort_name text not null collate "vi-x-icu",
    sex text not null constraint sex_is_known check (sex in ('male', 'female')),
    birth_date date not null,
    phone text not null default '',
    ethnicity text not null default 'Kinh',
    religion text not null default '',
    education text constraint education_is_known check (education in
      ('none', 'primary', 'lower-secondary', 'upper-secondary', 'intermediate', 'college', 'university',
       'postgraduate')),
    party_joined_on date,
    address text not null default '',
    note text not null default '',
    commune_id uuid not null,
    citizen_id bytea,
    citizen_id_index bytea constraint citizen_id_is_recorded unique,
    bank_account bytea,
    health bytea,
    criminal_record bytea,
    version int not null default 1,
    recorded_at timestamptz not null default now()
  )`,
  `create index person_order on person (sort_name, id)`,
  `create index person_search on person using gin (search_key gin_trgm_ops)`,
  `create index person_commune on person (commune_id)`,

  // --- decisions and postings --------------------------------------------------------------------------
  `create table decision (
    id uuid primary key,
    issuer text not null,
    number text not null,
    signed_on date not null,
    commune_id uuid not null,
    constraint decision_is_named_once unique (issuer, number, signed_on)
  )`,
  `create sequence posting_version`,
  `create table posting (
    id uuid primary key,
    person_id uuid not null,
    team_id uuid not null,
    position text not null
      constraint position_is_known check (position in ('leader', 'deputy', 'ordinary')),
    valid_from date not null,
    valid_to date,
    decision_id uuid,
    end_decision_id uuid,
    accepted text[] not null default '{}',
    reason text not null default '',
    version bigint not null default nextval('posting_version'),
    constraint person_not_found foreign key (person_id) references person (id),
    constraint team_not_found foreign key (team_id) references team (id),
    constraint decision_not_found foreign key (decision_id) references decision (id),
    constraint end_decision_not_found foreign key (end_decision_id) references decision (id),
    constraint posting_ends_after_it_began check (valid_to > valid_from),
    -- law BR-26; by an expression, since the planner took this index, slow to find one person in, for questions
    constraint person_serves_in_one_team_a_day
      exclude using gist ((person_id::text) with =, daterange(valid_from, valid_to) with &&),
    -- law BR-15
    constraint team_has_one_leader_a_day
      exclude using gist (team_id with =, daterange(valid_from, valid_to) with &&)
      where (position = 'leader')
  )`,
  `create index posting_person on posting (person_id, valid_from desc)`,
  `create index posting_team on posting (team_id, valid_from)`,
  `create index posting_decision on posting (decision_id)`,

  // Team and commune of somebody on a day, or the last ones before it; no row for who was in none.
  `create function person_place(person uuid, day date) returns table (team_id uuid, commune_id uuid)
   language sql stable parallel safe as $$
     select last.team_id, place.commune_id
       from (select team_id from posting
              where person_id = person and valid_from <= day
              order by valid_from desc limit 1) last
       left join lateral team_place(last.team_id, day) place on true
   $$`,

  // Copies of postings learn of them from the table itself, whatever changed them; without personal data.
  `create function next_posting_version() returns trigger language plpgsql as $$
   begin
     new.version := nextval('posting_version');
     return new;
   end $$`,
  `create trigger next_version before update on posting
     for each row execute function next_posting_version()`,
  ...tellFact,
  `create function tell_postings() returns trigger language plpgsql as $$
   begin
     perform tell_fact('event.personnel.postings-changed.v1',
         jsonb_build_object('postings', jsonb_agg(jsonb_build_object('id', id, 'personId', person_id,
           'teamId', team_id, 'position', position, 'validFrom', valid_from, 'validTo', valid_to,
           'version', case tg_op when 'DELETE' then nextval('posting_version') else version end,
           'gone', tg_op = 'DELETE'))))
       from (select *, (row_number() over (order by id) - 1) / 500 as part from told) each
      group by part;
     return null;
   end $$`,
  `create trigger tell_new_postings after insert on posting
     referencing new table as told for each statement execute function tell_postings()`,
  `create trigger tell_changed_postings after update on posting
     referencing new table as told for each statement execute function tell_postings()`,
  `create trigger tell_gone_postings after delete on posting
     referencing old table as told for each statement execute function tell_postings()`,

  // --- what a province sets ----------------------------------------------------------------------------
  `create table setting (
    id uuid primary key,
    code text not null,
    unit_id uuid not null,
    value jsonb not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    constraint setting_ends_after_it_began check (valid_to > valid_from),
    constraint setting_has_one_value_a_day
      exclude using gist (code with =, unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
];

export class Foundation1 implements MigrationInterface {
  name = 'Foundation1770000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken back; restore a backup.');
  }
}
