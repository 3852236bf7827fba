import { jobTables, messagingTables } from '@antt/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// A foreign key is named as the problem that its violation is; a table may hold several of one name only
// in different tables, which PostgreSQL allows.
const statements = [
  ...messagingTables,

  // --- units: identity, and everything about it dated -------------------------------------------------
  `create table unit (
    id uuid primary key,
    level text not null
      constraint unit_level_is_known check (level in ('province', 'district', 'commune', 'village')),
    constraint unit_keeps_its_level unique (id, level)
  )`,
  `create table unit_version (
    unit_id uuid not null,
    level text not null,
    kind text not null,
    list text not null,
    code text not null,
    name text not null,
    search_key text not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, valid_from),
    constraint unit_not_found foreign key (unit_id, level) references unit (id, level),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint unit_has_one_name_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&),
    constraint unit_code_is_unique_in_its_list
      exclude using gist (list with =, level with =, code with =,
        daterange(valid_from, valid_to) with &&)
  )`,
  `create index unit_version_level on unit_version (level, valid_from)`,
  `create index unit_version_code on unit_version (list, code)`,
  `create index unit_version_search on unit_version using gin (search_key gin_trgm_ops)`,
  `create table unit_parent (
    unit_id uuid not null,
    parent_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, valid_from),
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint parent_not_found foreign key (parent_id) references unit (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint unit_has_one_parent_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create index unit_parent_children on unit_parent (parent_id, valid_from)`,
  `create table unit_tag (
    unit_id uuid not null,
    tag text not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, tag, valid_from),
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from)
  )`,
  `create table unit_figure (
    unit_id uuid not null,
    kind text not null
      constraint figure_kind_is_known check (kind in ('households', 'population', 'area-km2')),
    measured_on date not null,
    value numeric not null,
    source text not null,
    primary key (unit_id, kind, measured_on),
    constraint unit_not_found foreign key (unit_id) references unit (id)
  )`,
  `create table unit_point (
    unit_id uuid primary key,
    point geometry(Point, 4326) not null,
    constraint unit_not_found foreign key (unit_id) references unit (id)
  )`,
  // shape is drawn from zoom 9 on, shape_low before
  `create table boundary (
    unit_id uuid not null,
    level text not null,
    valid_from date not null,
    valid_to date,
    source text not null,
    geom geometry(MultiPolygon, 4326) not null,
    shape geometry(MultiPolygon, 3857) not null,
    shape_low geometry(MultiPolygon, 3857) not null,
    point geometry(Point, 4326) not null,
    primary key (unit_id, valid_from),
    constraint unit_not_found foreign key (unit_id, level) references unit (id, level),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint unit_has_one_boundary_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create index boundary_shape on boundary using gist (level, shape)`,

  // --- instruments and quotas ------------------------------------------------------------------------
  `create table instrument (
    id uuid primary key,
    kind text not null,
    number text not null,
    issuer text not null,
    title text not null,
    signed_on date not null,
    effective_from date not null,
    effective_to date,
    constraint instrument_number_is_taken unique (issuer, number, signed_on),
    constraint unit_valid_to_follows_valid_from check (effective_to > effective_from)
  )`,
  `create table instrument_replacement (
    instrument_id uuid not null,
    replaced_id uuid not null,
    primary key (instrument_id, replaced_id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint replaced_instrument_not_found foreign key (replaced_id) references instrument (id)
  )`,
  `create table instrument_territory (
    instrument_id uuid not null,
    unit_id uuid not null,
    primary key (instrument_id, unit_id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_not_found foreign key (unit_id) references unit (id)
  )`,
  `create table quota (
    id uuid primary key,
    unit_id uuid not null,
    level text not null default 'commune'
      constraint quota_level_is_commune check (level = 'commune'),
    instrument_id uuid not null,
    villages int,
    teams int not null,
    members int not null,
    leaders int,
    deputies int,
    ordinary int,
    note text not null default '',
    valid_from date not null,
    valid_to date,
    constraint quota_is_for_a_commune foreign key (unit_id, level) references unit (id, level),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint quota_counts_are_not_negative check (teams >= 0 and members >= 0),
    constraint quota_positions_add_up check (
      num_nulls(leaders, deputies, ordinary) > 0 or leaders + deputies + ordinary = members),
    constraint commune_has_one_quota_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create index quota_instrument on quota (instrument_id)`,

  // --- teams and workplaces ----------------------------------------------------------------------------
  `create table team (
    id uuid primary key,
    code text not null constraint team_code_is_taken unique,
    name text not null,
    search_key text not null,
    founded_on date not null,
    dissolved_on date,
    decision_number text not null default '',
    decision_signed_on date,
    constraint unit_valid_to_follows_valid_from check (dissolved_on > founded_on)
  )`,
  `create table team_village (
    team_id uuid not null,
    village_id uuid not null,
    level text not null default 'village' constraint team_covers_villages check (level = 'village'),
    valid_from date not null,
    valid_to date,
    primary key (team_id, village_id, valid_from),
    constraint team_not_found foreign key (team_id) references team (id),
    constraint unit_not_found foreign key (village_id, level) references unit (id, level),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint team_holds_a_village_once_a_day
      exclude using gist (team_id with =, village_id with =,
        daterange(valid_from, valid_to) with &&)
  )`,
  `create index team_village_village on team_village (village_id, valid_from)`,
  `create table workplace (
    id uuid primary key,
    code text not null constraint workplace_code_is_taken unique,
    name text not null,
    kind text not null
      constraint workplace_kind_is_known
      check (kind in ('office', 'culture-house', 'police-office', 'shared')),
    address text not null default '',
    village_id uuid not null,
    level text not null default 'village'
      constraint workplace_stands_in_a_village check (level = 'village'),
    point geometry(Point, 4326) not null,
    valid_from date not null,
    valid_to date,
    constraint unit_not_found foreign key (village_id, level) references unit (id, level),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from)
  )`,
  `create index workplace_village on workplace (village_id)`,
  `create table team_workplace (
    team_id uuid not null,
    workplace_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (team_id, workplace_id, valid_from),
    constraint team_not_found foreign key (team_id) references team (id),
    constraint workplace_not_found foreign key (workplace_id) references workplace (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint team_has_one_workplace_a_day
      exclude using gist (team_id with =, daterange(valid_from, valid_to) with &&)
  )`,

  // --- the installation, what the tiles draw, long work --------------------------------------------------
  `create table installation (
    one boolean primary key default true constraint there_is_one_installation check (one),
    kind text not null constraint installation_kind_is_known check (kind in ('demo', 'real'))
  )`,
  `create table map_version (
    subject text primary key,
    version bigint not null
  )`,
  `insert into map_version values ('outlines', 1), ('points', 1)`,
  ...jobTables,
];

export class Foundation1 implements MigrationInterface {
  name = 'Foundation1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken back; restore a backup.');
  }
}
