import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Teams that share a village since it was made of several stay until somebody decides (law BR-85): which they
 * are follows from what they hold; what is kept here is until when, and what was decided.
 */
const statements = [
  `create table consolidation_term (
    id uuid primary key,
    unit_id uuid not null,
    ends_on date not null,
    instrument_id uuid,
    valid_from date not null,
    valid_to date,
    constraint unit_not_found foreign key (unit_id) references unit (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint unit_valid_to_follows_valid_from check (valid_to > valid_from),
    constraint unit_has_one_consolidation_term_a_day
      exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
  )`,
  `create table consolidation (
    id uuid primary key,
    commune_id uuid not null,
    valid_from date not null,
    instrument_id uuid not null,
    based_on_id uuid not null,
    status text not null default 'applied'
      constraint consolidation_status_is_known check (status in ('applied', 'undone')),
    command jsonb not null,
    act_ids uuid[] not null,
    was jsonb not null,
    became jsonb not null,
    constraint unit_not_found foreign key (commune_id) references unit (id),
    constraint instrument_not_found foreign key (instrument_id) references instrument (id),
    constraint based_on_instrument_not_found foreign key (based_on_id) references instrument (id)
  )`,
  `create index consolidation_commune on consolidation (commune_id, valid_from)`,
  // how the members of each old team chose, until personnel knows them by name
  `create table consolidation_choice (
    consolidation_id uuid not null,
    team_id uuid not null,
    into_id uuid not null,
    continuing int not null,
    leaving int not null,
    note text not null,
    primary key (consolidation_id, team_id),
    constraint consolidation_not_found foreign key (consolidation_id) references consolidation (id),
    constraint team_not_found foreign key (team_id) references team (id)
  )`,
  // Villages that several active teams hold, and whatever these teams hold beside: one group.
  `create function waiting_teams(communes uuid[], day date)
   returns table (group_id uuid, commune_id uuid, village_id uuid, team_id uuid)
   language sql stable parallel safe as $$
     with recursive held as materialized (
       select tv.team_id, tv.village_id, p.parent_id as commune_id
         from team_village tv
         join team t on t.id = tv.team_id
          and t.founded_on <= day and (t.dissolved_on is null or day < t.dissolved_on)
         join unit_parent p on p.unit_id = tv.village_id
          and p.valid_from <= day and (p.valid_to is null or day < p.valid_to)
        where tv.valid_from <= day and (tv.valid_to is null or day < tv.valid_to)
          and (communes is null or p.parent_id = any (communes))
     ), shared as (
       select h.village_id from held h group by h.village_id having count(*) > 1
     ), reached as (
       select s.village_id as root, s.village_id from shared s
       union
       select r.root, b.village_id
         from reached r
         join held a on a.village_id = r.village_id
         join held b on b.team_id = a.team_id
     ), member as (
       select r.village_id, (min(r.root::text))::uuid as group_id from reached r group by r.village_id
     )
     select m.group_id, h.commune_id, h.village_id, h.team_id
       from member m join held h on h.village_id = m.village_id
   $$`,
  // the unit's own term, else that of what lies over it
  `create function consolidation_term_of(commune uuid, day date) returns date
   language sql stable parallel safe as $$
     with recursive above as (
       select commune as id, 0 as height
       union all
       select p.parent_id, above.height + 1 from above
         join unit_parent p on p.unit_id = above.id
          and p.valid_from <= day and (p.valid_to is null or day < p.valid_to)
     )
     select t.ends_on from above
       join consolidation_term t on t.unit_id = above.id
        and t.valid_from <= day and (t.valid_to is null or day < t.valid_to)
      order by above.height limit 1
   $$`,
];

export class Consolidation37 implements MigrationInterface {
  name = 'Consolidation1760000000037';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was decided about teams is not taken back; restore a backup.');
  }
}
