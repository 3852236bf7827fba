import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shippedHolidays } from '../calendar/shipped-holiday.ts';

const statements = [
  `create table holiday (
    id uuid primary key,
    day date not null,
    name text not null,
    source text not null,
    unit_id uuid,
    worked boolean not null default false,
    constraint day_is_one_holiday_of_a_unit unique nulls not distinct (day, unit_id),
    constraint worked_in_exchange_is_a_weekend_day
      check (not worked or extract(isodow from day) in (6, 7))
  )`,
];

/** Days that terms in working days leave out, as far as they are certain (see shipped-holiday.ts). */
export class Holiday19 implements MigrationInterface {
  name = 'Holiday1770000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(
      `insert into holiday (id, day, name, source, worked)
       select gen_random_uuid(), day, name, source, worked
         from json_to_recordset($1) as shipped (day date, name text, source text, worked boolean)`,
      [JSON.stringify(shippedHolidays)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday');
  }
}
