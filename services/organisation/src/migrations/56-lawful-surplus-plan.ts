import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lawful surplus of migration 42, in steps. Work lists and coverage ask it for every commune above its quota,
 * and groups of teams are looked for by a recursion whose memory is laid out for all that a plan expects: asked
 * without knowing the commune, for millions of rows. So it is planned for the very commune (`execute`), and only
 * where teams share a village at all.
 */
const inSteps = `create or replace function lawful_surplus(commune uuid, day date) returns int
   language plpgsql stable parallel safe as $$
   declare
     granted int;
     waiting int;
   begin
     select coalesce(sum(t.teams), 0) into granted from transition t
      where t.unit_id = commune and t.valid_from <= day and day < t.valid_to;
     if coalesce(consolidation_term_of(commune, day), day) < day or not exists (
       select from unit_parent p
         join team_village tv on tv.village_id = p.unit_id
          and tv.valid_from <= day and (tv.valid_to is null or day < tv.valid_to)
         join team t on t.id = tv.team_id
          and t.founded_on <= day and (t.dissolved_on is null or day < t.dissolved_on)
        where p.parent_id = commune and p.valid_from <= day and (p.valid_to is null or day < p.valid_to)
        group by p.unit_id having count(*) > 1)
     then
       return granted;
     end if;
     execute 'select count(distinct w.team_id) - count(distinct w.group_id) from waiting_teams(array[$1], $2) w'
        into waiting using commune, day;
     return granted + waiting;
   end $$`;

const atOnce = `create or replace function lawful_surplus(commune uuid, day date) returns int
   language sql stable parallel safe as $$
     select (select coalesce(sum(t.teams), 0)::int from transition t
              where t.unit_id = commune and t.valid_from <= day and day < t.valid_to)
          + case when coalesce(consolidation_term_of(commune, day), day) >= day
              then (select (count(distinct w.team_id) - count(distinct w.group_id))::int
                      from waiting_teams(array[commune], day) w)
              else 0 end
   $$`;

export class LawfulSurplusPlan56 implements MigrationInterface {
  name = 'LawfulSurplusPlan1760000000056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inSteps);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(atOnce);
  }
}
