import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installIndicators } from '../indicators/install-indicators.ts';

const statements = [
  `create table indicator (
    id uuid primary key,
    code text not null,
    unit_id uuid,
    name text not null,
    name_en text not null,
    measure text not null,
    shape text not null
      constraint indicator_shape_is_known check (shape in ('count', 'ratio', 'flag', 'months')),
    numerator text not null,
    denominator text,
    aggregation text not null constraint indicator_aggregation_is_known
      check (aggregation in ('sum', 'ratio', 'last', 'max', 'distinct')),
    cycles text[] not null,
    levels text[] not null,
    target jsonb,
    direction text not null
      constraint indicator_direction_is_known check (direction in ('up', 'down', 'none')),
    zero_tolerance boolean not null,
    source text not null
      constraint indicator_source_is_known check (source in ('team', 'police', 'computed')),
    certainty text,
    citation text not null,
    in_use boolean not null,
    valid_from date not null,
    valid_to date,
    constraint indicator_ends_after_it_began check (valid_to > valid_from),
    -- a share has both parts, anything else one
    constraint indicator_has_the_parts_of_its_shape
      check ((shape in ('ratio', 'months')) = (denominator is not null)),
    -- what a team says of itself proves no breach (reporting §2.0)
    constraint indicator_of_zero_tolerance_is_verified
      check (not (zero_tolerance and source = 'team')),
    constraint indicator_has_one_value_a_day
      exclude using gist (code with =, (coalesce(unit_id::text, '')) with =,
                          daterange(valid_from, valid_to) with &&)
  )`,
  // The province that a unit lies in, or lay in at last; itself where it is one.
  `create function province_of(unit uuid, day date) returns uuid
   language sql stable parallel safe as $$
     select a.id from unit_above(unit, day) a join unit u on u.id = a.id
      where u.level = 'province' order by a.steps limit 1
   $$`,
];

export class Indicator2 implements MigrationInterface {
  name = 'Indicator1770000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await installIndicators(runner);
  }

  async down(): Promise<void> {
    throw new Error('What a province laid down is not dropped; restore a backup.');
  }
}
