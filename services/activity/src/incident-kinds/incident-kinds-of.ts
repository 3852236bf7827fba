import type { IncidentKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

type Question = { on: PlainDate; within?: string | undefined; code?: string | undefined };

/** The kinds of a day: for a unit those that hold in its province, without a unit those that ship. */
export function incidentKindsOf(
  db: EntityManager,
  { on, within, code }: Question,
): Promise<IncidentKind[]> {
  return db.query(
    `select id, code, unit_id as "unitId", name, name_en as "nameEn", task_group as "taskGroup", origin,
            reported, on_scene as "onScene", fields, feeds, certainty, citation, in_use as "inUse",
            valid_from as "validFrom", valid_to as "validTo"
       from incident_kinds_on($1::date, $2::uuid) where $3::text is null or code = $3
      order by task_group, code`,
    [on, within ?? null, code ?? null],
  );
}
