import type { QueryRunner } from 'typeorm';
import { readPublicationQuotas } from './quota-file.ts';

/** Writes what ships, for everybody. A code that anything is written of for everybody stays as it is (decision 0068). */
export async function installPublicationQuotas(runner: QueryRunner): Promise<void> {
  await runner.query(
    `insert into publication_quota (id, code, name, name_en, medium, kinds, cycle, least, levels, certainty, citation,
            valid_from, valid_to)
     select gen_random_uuid(), code, name, "nameEn", medium, kinds, cycle, least, levels, certainty, citation,
            "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (code text, name text, "nameEn" text, medium text, kinds text[],
              cycle text, least int, levels text[], certainty text, citation text, "validFrom" date, "validTo" date)
      where not exists (select from publication_quota known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(readPublicationQuotas())],
  );
}
