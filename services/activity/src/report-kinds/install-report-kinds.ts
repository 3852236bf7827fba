import type { QueryRunner } from 'typeorm';
import { readReportKinds } from './report-kind-file.ts';

const kindColumns = `code text, name text, "nameEn" text, nature text, senders text[], route jsonb,
  cycle text, "window" jsonb, "cutOff" jsonb, due jsonb, dates jsonb, strict boolean, "rollOver" boolean,
  "graceDays" int, "resubmissionDays" int, certainty text, citation text, "validFrom" date, "validTo" date`;

/** JSON's null in a jsonb column would be a value; left out, there is none. */
const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Writes what ships, for everybody. What anything is written of for everybody stays as it is (decision 0068). */
export async function installReportKinds(runner: QueryRunner): Promise<void> {
  const { kinds, forms } = readReportKinds();
  await runner.query(
    `insert into report_kind (id, code, name, name_en, nature, senders, route, cycle, "window", cut_off, due,
            dates, strict, roll_over, grace_days, resubmission_days, certainty, citation, in_use,
            valid_from, valid_to)
     select gen_random_uuid(), code, name, "nameEn", nature, senders, route, cycle, "window", "cutOff", due,
            dates, strict, "rollOver", "graceDays", "resubmissionDays", certainty, citation, true,
            "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (${kindColumns})
      where not exists (select from report_kind known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(kinds.map(withoutNulls))],
  );
  await runner.query(
    `insert into form (id, kind_code, sender, document, certainty, citation, valid_from, valid_to)
     select gen_random_uuid(), "kindCode", sender, document, certainty, citation, "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one ("kindCode" text, sender text, document jsonb,
              certainty text, citation text, "validFrom" date, "validTo" date)
      where not exists (select from form known where known.kind_code = one."kindCode"
                           and known.sender = one.sender and known.unit_id is null)`,
    [JSON.stringify(forms.map(withoutNulls))],
  );
}
