import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installIncidentKinds } from '../incident-kinds/install-incident-kinds.ts';
import { suggestedValues } from './9-suggested-value.ts';

const statements = [
  `create table incident_kind (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    name text not null,
    name_en text not null,
    task_group text not null constraint task_group_is_known
      check (task_group in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6')),
    origin text not null constraint incident_origin_is_known check (origin in ('record', 'duty')),
    reported text not null,
    on_scene text not null,
    fields jsonb not null,
    feeds jsonb not null,
    certainty text,
    citation text not null,
    in_use boolean not null,
    valid_from date not null,
    valid_to date,
    constraint incident_kind_ends_after_it_began check (valid_to > valid_from),
    constraint incident_kind_has_one_value_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  // The province's own before what is shipped, without what it does without (decision 0068).
  `create function incident_kinds_on(day date, unit uuid) returns setof incident_kind
   language sql stable parallel safe as $$
     select k.* from incident_kind k
       join (select distinct on (code) id from incident_kind
              where valid_from <= day and (valid_to is null or day < valid_to)
                and (unit_id is null or unit_id = province_of(unit, day))
              order by code, unit_id nulls last) held on held.id = k.id
      where k.in_use
   $$`,

  `create table incident (
    id uuid primary key,
    team_id uuid not null,
    commune_id uuid not null,
    kind_code text not null,
    kind_id uuid not null,
    known_at timestamptz not null,
    reported_at timestamptz,
    on_scene_at timestamptz,
    -- of known_at, in Viet Nam: the day that it is counted on
    happened_on date not null,
    place text not null,
    lon double precision,
    lat double precision,
    out_of_area boolean not null,
    summary text not null,
    acts text[] not null,
    figures jsonb not null,
    same_as_id uuid,
    state text not null default 'standing'
      constraint incident_state_is_known check (state in ('standing', 'withdrawn')),
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    version int not null default 1,
    constraint incident_kind_not_found foreign key (kind_id) references incident_kind (id),
    constraint same_incident_not_found foreign key (same_as_id) references incident (id),
    constraint incident_is_not_the_same_as_itself check (same_as_id <> id),
    -- law BR-67
    constraint incident_is_known_before_it_is_reported check (reported_at >= known_at),
    constraint incident_is_known_before_the_scene check (on_scene_at >= known_at),
    constraint incident_has_a_whole_place check ((lon is null) = (lat is null))
  )`,
  `create index incident_team on incident (team_id, happened_on)`,
  `create index incident_day on incident (happened_on, known_at)`,
  `create index incident_same on incident (same_as_id) where same_as_id is not null`,

  `create table incident_correction (
    id uuid primary key,
    incident_id uuid not null,
    act text not null constraint incident_act_is_known check (act in ('corrected', 'withdrawn')),
    before jsonb not null,
    reason text not null,
    corrected_by text not null,
    corrected_at timestamptz not null default now(),
    constraint incident_not_found foreign key (incident_id) references incident (id)
  )`,
  `create index incident_correction_incident on incident_correction (incident_id, corrected_at)`,

  `create table incident_file (
    id uuid primary key,
    incident_id uuid not null,
    name text not null,
    type text not null,
    size int not null,
    sha256 text not null,
    kept_by text not null,
    kept_at timestamptz not null default now(),
    constraint incident_of_file_not_found foreign key (incident_id) references incident (id)
  )`,
  `create index incident_file_incident on incident_file (incident_id, kept_at)`,
  `create table file_content (
    file_id uuid primary key,
    bytes bytea not null,
    constraint file_of_content_not_found foreign key (file_id) references incident_file (id) on delete cascade
  )`,
  // The teams whose records somebody with these roots sees: by the commune where a team stands on the day or stood
  // at last, or by a village of its own, for who was given no more than a team.
  `create function teams_below(roots uuid[], day date) returns table (id uuid)
   language sql stable parallel safe as $$
     with below as (select b.id from unit_below(roots, day) b)
     select t.id from team t
       left join lateral team_place(t.id, day) place on true
      where place.commune_id in (select b.id from below b)
         or exists (select from team_village v where v.team_id = t.id and v.village_id in (select b.id from below b)
                       and v.valid_from <= day and (v.valid_to is null or day < v.valid_to))
   $$`,
  ...suggestedValues,
];

export class Incident9 implements MigrationInterface {
  name = 'Incident1770000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installIncidentKinds(runner);
  }

  async down(): Promise<void> {
    throw new Error('What teams recorded is not dropped; restore a backup.');
  }
}
