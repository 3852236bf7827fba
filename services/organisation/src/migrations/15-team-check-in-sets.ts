import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Law 30/2023/QH15 Art. 14.2 (law BR-12), as before. Most teams hold one village and cannot break it: they are
 * put aside first, or a file of 100,000 teams is asked about pair by pair.
 */
const statements = [
  `create or replace function team_covers_one_commune(teams uuid[]) returns void language plpgsql as $$
   declare
     broken record;
   begin
     with held as materialized (
       select tv.team_id, tv.village_id, daterange(tv.valid_from, tv.valid_to) as days
         from unnest(teams) wanted join team_village tv on tv.team_id = wanted
     ), several as materialized (
       select team_id from held group by team_id having count(*) > 1
     ), placed as materialized (
       select h.team_id, h.village_id, p.parent_id,
              h.days * daterange(p.valid_from, p.valid_to) as days
         from several join held h using (team_id)
         join unit_parent p on p.unit_id = h.village_id
          and daterange(p.valid_from, p.valid_to) && h.days
     )
     select a.team_id, lower(a.days * b.days) as day
       into broken
       from placed a
       join placed b on b.team_id = a.team_id and b.village_id > a.village_id
        and b.parent_id <> a.parent_id and b.days && a.days
      limit 1;
     if found then
       raise exception 'team % covers two communes on %', broken.team_id, broken.day
         using errcode = 'check_violation', constraint = 'team_covers_one_commune',
               detail = json_build_object('teamId', broken.team_id, 'on', broken.day)::text;
     end if;
   end $$`,
];

export class TeamCheckInSets15 implements MigrationInterface {
  name = 'TeamCheckInSets1760000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The rules are not taken back; restore a backup.');
  }
}
