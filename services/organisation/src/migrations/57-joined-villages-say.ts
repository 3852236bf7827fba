import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The passage of `unit_restatement` (migration 40) on communes that a list ended without an act. */
const standing = `select u.unit_id, now.parent_id as became,
              count(*)::float8 as villages, sum(f.value)::float8 as size
         from unsaid u
         join unit_parent was on was.parent_id = u.unit_id
          and was.valid_from <= from_day and (was.valid_to is null or from_day < was.valid_to)
         join unit_parent now on now.unit_id = was.unit_id
`;

const joinedToo = `select u.unit_id, now.parent_id as became,
              sum(coalesce(way.share, 1)) as villages,
              sum(f.value::float8 * coalesce(way.share, 1)) as size
         from unsaid u
         join unit_parent was on was.parent_id = u.unit_id
          and was.valid_from <= from_day and (was.valid_to is null or from_day < was.valid_to)
         left join arrived way on way.unit_id = was.unit_id
         join unit_parent now on now.unit_id = coalesce(way.became, was.unit_id)
`;

/**
 * Villages that were themselves joined on the way say where their commune went by what they became. Only those
 * that stood on the other day had a say: numbers of a commune without one of them became of nothing.
 */
export class JoinedVillagesSay57 implements MigrationInterface {
  name = 'JoinedVillagesSay1760000000057';

  up(runner: QueryRunner): Promise<void> {
    return rewrite(runner, standing, joinedToo);
  }

  down(runner: QueryRunner): Promise<void> {
    return rewrite(runner, joinedToo, standing);
  }
}

/** With the rest of the function, and how it is planned (migration 41), as it is. */
async function rewrite(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [{ definition }] = await runner.query(
    `select pg_get_functiondef('unit_restatement(date, date, text)'::regprocedure) as definition`,
  );
  if (!definition.includes(from))
    throw new Error('unit_restatement is not as migration 40 made it');
  await runner.query(definition.replace(from, to));
}
