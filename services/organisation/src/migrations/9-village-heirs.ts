import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of the villages that ended until a day: the largest part, and what became of that. A workplace
 * stays where it is and keeps the village it was opened in; which village that place belongs to later follows
 * from here, so that an act need not touch it and taking the act back has nothing to take back.
 */
const statements = [
  `create function village_heirs(day date) returns table (was uuid, heir uuid)
   language sql stable parallel safe as $$
     with recursive best as (
       select distinct on (l.predecessor_id) l.predecessor_id, l.successor_id
         from unit_lineage l
         join unit_version v on v.unit_id = l.predecessor_id and v.level = 'village'
          and v.valid_to = l.valid_from
        where l.valid_from <= day
        order by l.predecessor_id, l.share desc, l.successor_id
     ), step as (
       select predecessor_id as was, successor_id as heir from best
       union
       select s.was, b.successor_id from step s join best b on b.predecessor_id = s.heir
     )
     select was, heir from step where heir not in (select predecessor_id from best)
   $$`,
];

export class VillageHeirs9 implements MigrationInterface {
  name = 'VillageHeirs1760000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What became of villages is not forgotten; restore a backup.');
  }
}
