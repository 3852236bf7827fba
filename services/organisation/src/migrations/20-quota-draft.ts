import type { MigrationInterface, QueryRunner } from 'typeorm';

const figures = `villages int, teams int, members int, leaders int, deputies int, ordinary int`;

/** Decisions on quotas being prepared, what limits them, what communes ask for, and lawful surpluses. */
const statements = [
  `create table quota_line (
    quota_id uuid not null,
    n int not null,
    village_id uuid,
    team_id uuid,
    position text,
    members int not null,
    primary key (quota_id, n),
    constraint quota_not_found foreign key (quota_id) references quota (id) on delete cascade,
    constraint unit_not_found foreign key (village_id) references unit (id),
    constraint team_not_found foreign key (team_id) references team (id)
  )`,
  `create function quota_lines_add_up(asked uuid) returns void language plpgsql as $$
   declare broken record;
   begin
     select q.members, sum(l.members)::int as parts into broken
       from quota q join quota_line l on l.quota_id = q.id
      where q.id = asked group by q.members having sum(l.members) <> q.members;
     if found then
       raise exception 'the parts of quota % do not add up', asked
         using errcode = 'check_violation', constraint = 'quota_lines_add_up',
               detail = json_build_object('members', broken.members, 'parts', broken.parts)::text;
     end if;
   end $$`,
  `create function check_line_of_quota() returns trigger language plpgsql as $$
   begin
     perform quota_lines_add_up(coalesce(new.quota_id, old.quota_id));
     return null;
   end $$`,
  `create function check_quota_of_lines() returns trigger language plpgsql as $$
   begin
     perform quota_lines_add_up(new.id);
     return null;
   end $$`,
  `create constraint trigger quota_lines_add_up
     after insert or update or delete on quota_line deferrable initially deferred
     for each row execute function check_line_of_quota()`,
  `create constraint trigger quota_lines_add_up
     after update of members on quota deferrable initially deferred
     for each row when (old.members <> new.members) execute function check_quota_of_lines()`,

  `create table quota_draft (
    id uuid primary key,
    unit_id uuid not null,
    title text not null,
    issuer text not null,
    effective_from date not null,
    basis text[] not null,
    place text not null,
    signer_title text not null,
    signer_name text not null,
    recipients text[] not null,
    status text not null,
    version int not null,
    number text,
    signed_on date,
    instrument_id uuid,
    start jsonb not null,
    changed_at timestamptz not null default now(),
    changed_by text not null,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id)
  )`,
  `create table quota_draft_line (
    draft_id uuid not null,
    unit_id uuid not null,
    ${figures},
    note text not null,
    parts jsonb not null,
    version int not null,
    changed_by text not null,
    changed_at timestamptz not null default now(),
    primary key (draft_id, unit_id),
    constraint draft_not_found foreign key (draft_id) references quota_draft (id),
    constraint unit_not_found foreign key (unit_id) references unit (id)
  )`,

  `create table quota_ceiling (
    id uuid primary key,
    unit_id uuid not null,
    instrument_id uuid not null,
    teams int,
    members int,
    valid_from date not null,
    valid_to date,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint ceiling_is_one_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,

  `create table transition (
    id uuid primary key,
    unit_id uuid not null,
    team_id uuid,
    instrument_id uuid not null,
    reason text not null,
    teams int not null,
    members int not null,
    valid_from date not null,
    valid_to date not null,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint team_not_found foreign key (team_id) references team (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint surplus_is_granted_once_a_day
      exclude using gist (unit_id with =, (coalesce(team_id, unit_id)) with =,
        daterange(valid_from, valid_to) with &&)
  )`,

  `create table proposal (
    id uuid primary key,
    unit_id uuid not null,
    effective_from date not null,
    ${figures},
    reason text not null,
    paper_number text not null,
    file_id uuid,
    status text not null,
    accepted jsonb,
    draft_id uuid,
    sent_at timestamptz not null default now(),
    sent_by text not null,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint draft_not_found foreign key (draft_id) references quota_draft (id)
  )`,
  `create unique index commune_has_one_open_proposal on proposal (unit_id)
    where status in ('sent', 'returned')`,
  `create table proposal_step (
    proposal_id uuid not null,
    n int generated always as identity,
    step text not null,
    by text not null,
    at timestamptz not null default now(),
    reason text not null,
    figures jsonb,
    primary key (proposal_id, n),
    constraint proposal_not_found foreign key (proposal_id) references proposal (id)
  )`,
];

export class QuotaDraft20 implements MigrationInterface {
  name = 'QuotaDraft1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Issued decisions are not taken back; restore a backup.');
  }
}
