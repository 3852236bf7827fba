import type { QueryRunner } from 'typeorm';
import { readIndicators } from './catalogue.ts';

/**
 * Writes what ships, for everybody. A code that anything is written of for everybody stays as it is: a later
 * release adds what is new, and never changes what is there (decision 0068).
 */
export async function installIndicators(runner: QueryRunner): Promise<void> {
  const shipped = readIndicators().map((one) => ({ ...one, target: one.target ?? undefined }));
  await runner.query(
    `insert into indicator (id, code, name, name_en, measure, shape, numerator, denominator, aggregation,
            cycles, levels, target, direction, zero_tolerance, source, certainty, citation, in_use,
            valid_from, valid_to)
     select gen_random_uuid(), code, name, "nameEn", measure, shape, numerator, denominator, aggregation,
            cycles, levels, target, direction, "zeroTolerance", source, certainty, citation, true,
            "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (code text, name text, "nameEn" text, measure text,
              shape text, numerator text, denominator text, aggregation text, cycles text[], levels text[],
              target jsonb, direction text, "zeroTolerance" boolean, source text, certainty text,
              citation text, "validFrom" date, "validTo" date)
      where not exists (select from indicator known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(shipped)],
  );
}
