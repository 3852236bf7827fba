import type { QueryRunner } from 'typeorm';
import { readGradeSchemes } from './grade-scheme-file.ts';

/** Writes what ships, for everybody, unless anything is written for everybody already (decision 0068). */
export async function installGradeSchemes(runner: QueryRunner): Promise<void> {
  await runner.query(
    `insert into grade_scheme (id, name, document, certainty, citation, valid_from, valid_to)
     select gen_random_uuid(), name, document, certainty, citation, "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (name text, document jsonb, certainty text, citation text,
                                                  "validFrom" date, "validTo" date)
      where not exists (select from grade_scheme known where known.unit_id is null)`,
    [JSON.stringify(readGradeSchemes())],
  );
}
