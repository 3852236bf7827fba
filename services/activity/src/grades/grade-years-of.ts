import {
  type GradeDecision,
  gradeDays,
  type GradeScheme,
  type GradeYear,
  type Permission,
  problem,
} from '@antt/contracts';
import { addDays, type PlainDate, type Problem, today } from '@antt/kernel';
import { currentScope, rootsOf } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const columns = `id, unit_id as "unitId", name, document, certainty, citation, valid_from as "validFrom",
  valid_to as "validTo"`;

/** Schemes of the province that a unit lies in and those for everybody, its own first, latest first. */
export function schemesOf(
  db: EntityManager,
  unitId: string | null,
  on: PlainDate,
): Promise<GradeScheme[]> {
  return db.query(
    `select ${columns} from grade_scheme
      where unit_id is null or unit_id = province_of($1, $2)
      order by unit_id nulls last, valid_from desc`,
    [unitId, on],
  );
}

/** The scheme of a year for a unit: one that holds on the last day that it gives the year, a province's own first. */
export async function schemeOf(
  db: EntityManager,
  unitId: string | null,
  year: number,
): Promise<GradeScheme & { from: PlainDate; to: PlainDate }> {
  const schemes = (await schemesOf(db, unitId, `${year}-12-31`)).map((scheme) => ({
    ...scheme,
    ...gradeDays(scheme.document.period, year),
  }));
  const held = schemes.find(
    ({ validFrom, validTo, to }) => validFrom <= to && (validTo === null || to < validTo),
  );
  if (!held) throw problem('grade-scheme-not-found', { year, unitId });
  return held;
}

export type OpenYear = Omit<GradeYear, 'cap' | 'decisions'>;

/** A year that lies in the sender's area; one that does not is answered as if it were not there (decision 0054). */
export async function yearBy(
  db: EntityManager,
  id: string,
  permission: Permission,
): Promise<OpenYear> {
  const [row]: (Omit<OpenYear, 'scheme' | 'decidableFrom'> & { schemeId: string })[] =
    await db.query(
      `select y.id, y.commune_id as "communeId", coalesce(v.name, '') as name, coalesce(v.kind, '') as kind, y.year,
              y.from_on as "from", y.to_on as "to", case when y.revision = 0 then 'open' else 'decided' end as state,
              to_json(y.opened_at)#>>'{}' as "openedAt", y.opened_by_name as "openedBy", y.revision,
              y.scheme_id as "schemeId"
         from grade_year y
         left join unit_version v on v.unit_id = y.commune_id and v.valid_from <= y.to_on
              and (v.valid_to is null or y.to_on < v.valid_to)
        where y.id = $1`,
      [id],
    );
  if (!row) throw problem('grade-year-not-found', { id });
  await assertGrades(
    db,
    permission,
    row.communeId,
    row.to,
    problem('grade-year-not-found', { id }),
  );
  const { schemeId, ...year } = row;
  const [scheme]: [GradeScheme] = await db.query(
    `select ${columns} from grade_scheme where id = $1`,
    [schemeId],
  );
  const decidableFrom = addDays(year.to, -scheme.document.decideDaysBefore);
  return { ...year, decidableFrom, scheme };
}

/** Refuses a commune in which the sender may not do this today, by the tree of the year's last day. */
export async function assertGrades(
  db: EntityManager,
  permission: Permission,
  communeId: string,
  day: PlainDate,
  absent: Problem,
): Promise<void> {
  if (await liesIn(db, communeId, permission, day)) return;
  if (!(await liesIn(db, communeId, 'grade.read', day))) throw absent;
  throw problem('outside-area', { on: today(), permission });
}

async function liesIn(
  db: EntityManager,
  communeId: string,
  permission: Permission,
  day: PlainDate,
): Promise<boolean> {
  const roots = rootsOf(currentScope(permission, today()));
  if (roots === null) return true;
  const [row]: { inside: boolean }[] = await db.query(
    `select exists (select from unit_above($1, $2) a where a.id = any ($3::uuid[])) as inside`,
    [communeId, day, roots],
  );
  return row!.inside;
}

/** Decision and corrections, latest first. */
export function decisionsOf(db: EntityManager, yearId: string): Promise<GradeDecision[]> {
  return db.query(
    `select revision, number, signed_on as "signedOn", reason, to_json(decided_at)#>>'{}' as at, decided_by_name as by
       from grade_decision where year_id = $1 order by revision desc`,
    [yearId],
  );
}
