/**
 * Tables of a service that keeps copies of units, teams and quotas, as statements for one of its migrations.
 * They are written by `Copies` alone. A copy refers to nothing: facts arrive in any order.
 *
 * `unit_below(roots, day)` is the tree of a day; `team_commune` says in which commune a team stood, when.
 */
export const copyTables: readonly string[] = [
  `create table unit (
    id uuid primary key,
    level text not null
  )`,
  `create table unit_version (
    unit_id uuid not null,
    kind text not null,
    code text not null,
    name text not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, valid_from)
  )`,
  `create table unit_parent (
    unit_id uuid not null,
    parent_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, valid_from)
  )`,
  `create index unit_parent_children on unit_parent (parent_id, valid_from)`,
  `create table unit_tag (
    unit_id uuid not null,
    tag text not null,
    valid_from date not null,
    valid_to date,
    primary key (unit_id, tag, valid_from)
  )`,
  `create table team (
    id uuid primary key,
    code text not null,
    name text not null,
    founded_on date not null,
    dissolved_on date
  )`,
  `create table team_village (
    team_id uuid not null,
    village_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (team_id, village_id, valid_from)
  )`,
  `create index team_village_village on team_village (village_id)`,
  `create table team_commune (
    team_id uuid not null,
    commune_id uuid not null,
    valid_from date not null,
    valid_to date,
    primary key (team_id, valid_from)
  )`,
  `create index team_commune_commune on team_commune (commune_id, valid_from)`,
  `create table quota (
    id uuid primary key,
    unit_id uuid not null,
    number text not null,
    teams int not null,
    members int not null,
    valid_from date not null,
    valid_to date
  )`,
  `create index quota_unit on quota (unit_id, valid_from)`,
  `create table surplus (
    id uuid primary key,
    unit_id uuid not null,
    team_id uuid,
    members int not null,
    valid_from date not null,
    valid_to date
  )`,
  `create index surplus_unit on surplus (unit_id, valid_from)`,
  `create function unit_below(roots uuid[], day date) returns table (id uuid)
   language sql stable parallel safe as $$
     with recursive below as (
       select unnest(roots) as id
       union
       select p.unit_id from below b
         join unit_parent p on p.parent_id = b.id
          and p.valid_from <= day and (p.valid_to is null or day < p.valid_to)
     )
     select below.id from below
   $$`,
  // A unit and all that it lies in on a day, the nearest first.
  `create function unit_above(unit uuid, day date) returns table (id uuid, steps int)
   language sql stable parallel safe as $$
     with recursive above as (
       select unit as id, 0 as steps
       union
       select p.parent_id, a.steps + 1 from above a
         join unit_parent p on p.unit_id = a.id
          and p.valid_from <= day and (p.valid_to is null or day < p.valid_to)
     )
     select above.id, above.steps from above
   $$`,
  // Where a team stands on a day, or stood at last: a record goes on to be its commune's.
  `create function team_place(team uuid, day date) returns table (commune_id uuid)
   language sql stable parallel safe as $$
     select commune_id from team_commune
      where team_id = team and valid_from <= day order by valid_from desc limit 1
   $$`,
  // Law 30/2023/QH15 Art. 14.2: a team's villages lie in one commune on every date.
  `create function place_teams(teams uuid[]) returns void language plpgsql as $$
   begin
     delete from team_commune where team_id = any (teams);
     insert into team_commune (team_id, commune_id, valid_from, valid_to)
     select distinct on (team_id, lower(held)) team_id, parent_id, lower(held), upper(held)
       from (select tv.team_id, p.parent_id,
                    range_agg(daterange(tv.valid_from, tv.valid_to) * daterange(p.valid_from, p.valid_to)
                              * daterange(t.founded_on, t.dissolved_on)) as days
               from team_village tv
               join team t on t.id = tv.team_id
               join unit_parent p on p.unit_id = tv.village_id
                and daterange(p.valid_from, p.valid_to) && daterange(tv.valid_from, tv.valid_to)
              where tv.team_id = any (teams)
              group by tv.team_id, p.parent_id) placed, unnest(days) held
      order by team_id, lower(held), parent_id;
   end $$`,
];
