import type { ReportKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

const columns = `id, code, unit_id as "unitId", name, name_en as "nameEn", nature, senders, route, cycle,
  "window", cut_off as "cutOff", due, dates, strict, roll_over as "rollOver", grace_days as "graceDays",
  resubmission_days as "resubmissionDays", certainty, citation, in_use as "inUse",
  valid_from as "validFrom", valid_to as "validTo"`;

/** Every version of every kind that a province may follow: its own and what is shipped, of any day. */
export function versionsFor(
  db: EntityManager,
  provinceId: string | null,
  code?: string,
): Promise<ReportKind[]> {
  return db.query(
    `select ${columns} from report_kind
      where (unit_id is null or unit_id = $1::uuid) and ($2::text is null or code = $2)
      order by code, valid_from`,
    [provinceId, code ?? null],
  );
}

/** All that is laid down on a day, by whomever. */
export function kindsLaidDown(
  db: EntityManager,
  on: PlainDate,
  code?: string,
): Promise<ReportKind[]> {
  return db.query(
    `select ${columns} from report_kind
      where valid_from <= $1 and (valid_to is null or $1 < valid_to) and ($2::text is null or code = $2)
      order by code, unit_id nulls first`,
    [on, code ?? null],
  );
}

/** The versions of each kind, by its code. */
export function byCode(versions: readonly ReportKind[]): Map<string, ReportKind[]> {
  const groups = new Map<string, ReportKind[]>();
  for (const one of versions) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return groups;
}

/** The province whose rules hold for a unit on a day; null where it lies in none. */
export async function provinceOf(
  db: EntityManager,
  unitId: string,
  on: PlainDate,
): Promise<string | null> {
  const [row] = await db.query('select province_of($1, $2) as id', [unitId, on]);
  return row.id;
}
