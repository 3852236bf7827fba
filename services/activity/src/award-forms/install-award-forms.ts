import type { QueryRunner } from 'typeorm';
import { readAwardForms } from './award-form-file.ts';

/** Writes what ships, for everybody; what anything is written of for everybody stays as it is (decision 0068). */
export async function installAwardForms(runner: QueryRunner): Promise<void> {
  const { forms, rules, feeds } = readAwardForms();
  await runner.query(
    `insert into award_form (id, code, kind, name, name_en, subjects, deciders, certainty, citation, in_use,
            valid_from, valid_to)
     select gen_random_uuid(), code, kind, name, "nameEn", subjects, deciders, certainty, citation, true,
            "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (code text, kind text, name text, "nameEn" text, subjects text[],
              deciders jsonb, certainty text, citation text, "validFrom" date, "validTo" date)
      where not exists (select from award_form known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(forms)],
  );
  await runner.query(
    `insert into award_rule (id, mode, missing, individuals, certainty, citation, valid_from, valid_to)
     select gen_random_uuid(), mode, missing, individuals, certainty, citation, "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (mode text, missing text, individuals text, certainty text,
              citation text, "validFrom" date, "validTo" date)
      where not exists (select from award_rule known where known.unit_id is null)`,
    [JSON.stringify(rules)],
  );
  await runner.query(
    `insert into award_feed (id, code, counts, subjects, achievements, authorities, certainty, citation,
            valid_from, valid_to)
     select gen_random_uuid(), code, counts, subjects, achievements, authorities, certainty, citation,
            "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (code text, counts text, subjects text[], achievements text[],
              authorities text[], certainty text, citation text, "validFrom" date, "validTo" date)
      where not exists (select from award_feed known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(feeds)],
  );
}
