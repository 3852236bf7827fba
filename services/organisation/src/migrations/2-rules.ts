import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions and triggers: who lies below whom, rules that span tables, the version of what is drawn. */
const statements = [
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

  // Law 30/2023/QH15 Art. 14.2 (law BR-12): a team's villages lie in one commune on every date.
  `create function team_covers_one_commune(teams uuid[]) returns void language plpgsql as $$
   declare
     broken record;
   begin
     select tv.team_id, greatest(tv.valid_from, p.valid_from, other.valid_from, q.valid_from) as day
       into broken
       from team_village tv
       join unit_parent p on p.unit_id = tv.village_id
        and daterange(p.valid_from, p.valid_to) && daterange(tv.valid_from, tv.valid_to)
       join team_village other on other.team_id = tv.team_id and other.village_id > tv.village_id
        and daterange(other.valid_from, other.valid_to) && daterange(tv.valid_from, tv.valid_to)
       join unit_parent q on q.unit_id = other.village_id and q.parent_id <> p.parent_id
        and daterange(q.valid_from, q.valid_to) && daterange(p.valid_from, p.valid_to)
        and daterange(q.valid_from, q.valid_to) && daterange(other.valid_from, other.valid_to)
        and daterange(q.valid_from, q.valid_to) && daterange(tv.valid_from, tv.valid_to)
        and daterange(p.valid_from, p.valid_to) && daterange(other.valid_from, other.valid_to)
      where tv.team_id = any (teams)
      limit 1;
     if found then
       raise exception 'team % covers two communes on %', broken.team_id, broken.day
         using errcode = 'check_violation', constraint = 'team_covers_one_commune',
               detail = json_build_object('teamId', broken.team_id, 'on', broken.day)::text;
     end if;
   end $$`,
  `create function check_team_of_village() returns trigger language plpgsql as $$
   begin
     perform team_covers_one_commune(array[new.team_id]);
     return null;
   end $$`,
  `create constraint trigger team_covers_one_commune
     after insert or update on team_village deferrable initially deferred
     for each row execute function check_team_of_village()`,
  `create function check_teams_of_parent() returns trigger language plpgsql as $$
   begin
     perform team_covers_one_commune(
       (select array_agg(distinct team_id) from team_village where village_id = new.unit_id));
     return null;
   end $$`,
  `create constraint trigger team_covers_one_commune
     after insert or update on unit_parent deferrable initially deferred
     for each row execute function check_teams_of_parent()`,

  `create function bump_map_version() returns trigger language plpgsql as $$
   begin
     update map_version set version = version + 1 where subject = tg_argv[0];
     return null;
   end $$`,
  ...['boundary', 'unit_version', 'unit_parent'].map((table) => bump(table, 'outlines')),
  ...['team', 'team_village', 'workplace', 'team_workplace', 'unit_point'].map((table) =>
    bump(table, 'points'),
  ),
];

function bump(table: string, subject: string): string {
  return `create trigger bump_map_version after insert or update or delete on ${table}
    for each statement execute function bump_map_version('${subject}')`;
}

export class Rules2 implements MigrationInterface {
  name = 'Rules1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The rules are not taken back; restore a backup.');
  }
}
