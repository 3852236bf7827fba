import type { QueryRunner } from 'typeorm';
import { readIncidentKinds } from './incident-kind-file.ts';

/** Writes what ships, for everybody. A code that anything is written of for everybody stays as it is (decision 0068). */
export async function installIncidentKinds(runner: QueryRunner): Promise<void> {
  await runner.query(
    `insert into incident_kind (id, code, name, name_en, task_group, origin, reported, on_scene, fields, feeds,
            certainty, citation, in_use, valid_from, valid_to)
     select gen_random_uuid(), code, name, "nameEn", "taskGroup", origin, reported, "onScene", fields, feeds,
            certainty, citation, true, "validFrom", "validTo"
       from jsonb_to_recordset($1::jsonb) as one (code text, name text, "nameEn" text, "taskGroup" text,
              origin text, reported text, "onScene" text, fields jsonb, feeds jsonb, certainty text,
              citation text, "validFrom" date, "validTo" date)
      where not exists (select from incident_kind known where known.code = one.code and known.unit_id is null)`,
    [JSON.stringify(readIncidentKinds())],
  );
}
