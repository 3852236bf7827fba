import {
  type AwardAgency,
  type AwardAsked,
  awardAuthorities,
  type AwardSubject,
  type Permission,
  problem,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { assertInside } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { roundBy } from '../campaigns/campaigns-of.ts';
import { awardFormsOf } from '../award-forms/award-forms-of.ts';
import { appraisalsOf } from './award.rules.ts';

type Asked = Pick<AwardAsked, 'formCode' | 'titleCode' | 'authority' | 'roundId'> & {
  subject: AwardSubject;
  unitId: string;
};

/** Appraisals that an award needs by its form and title of a day; with what is wrong with them, if anything is. */
export async function appraisalsFor(
  db: EntityManager,
  { formCode, titleCode, authority, roundId, subject, unitId }: Asked,
  on: PlainDate,
): Promise<{ appraisals: AwardAgency[]; fault: ReturnType<typeof problem> | null }> {
  const codes = [formCode, titleCode].filter((code) => code !== null);
  const forms = await awardFormsOf(db, { on, within: unitId, codes });
  const unknown = codes.find((code) => !forms.some((form) => form.code === code));
  if (unknown)
    return { appraisals: [], fault: problem('award-form-not-found', { code: unknown, on }) };
  const found = appraisalsOf(forms, { subject, authority, isCampaign: roundId !== null });
  if ('appraisals' in found) return { ...found, fault: null };
  const name = forms.find(({ code }) => code === found.code)!.name;
  return { appraisals: [], fault: problem(found.fault, { name, authority, subject, on }) };
}

/** The same where it has to be right. */
export async function assertAsked(
  db: EntityManager,
  asked: Asked,
  on: PlainDate,
): Promise<AwardAgency[]> {
  const { appraisals, fault } = await appraisalsFor(db, asked, on);
  if (fault) throw fault;
  return appraisals;
}

/** A campaign's award is for a result that stands (reporting BR-76). */
export async function assertResult(
  db: EntityManager,
  roundId: string | null,
  subjectId: string,
): Promise<void> {
  if (roundId === null) return;
  const round = await roundBy(db, roundId);
  const [result] = await db.query(
    'select from round_result where round_id = $1 and revision = $2 and subject_id = $3',
    [roundId, round.revision, subjectId],
  );
  if (round.state !== 'ratified' || !result) {
    throw problem('award-round-has-no-result', { name: round.name });
  }
}

type Judged = { unitId: string; teamId: string | null; subject: AwardSubject };

/**
 * Refuses who does not hold the permission where a body of a level sits over an award on a day. A unit is commended by
 * what lies over it, never by itself; a level that is no more decides nothing.
 */
export async function assertOver(
  tx: EntityManager,
  permission: Permission,
  { unitId, teamId, subject }: Judged,
  body: { level: string; name: string; on: PlainDate },
): Promise<void> {
  const { level, name, on } = body;
  const [over]: { id: string; steps: number }[] = await tx.query(
    `select a.id, a.steps from unit_above(coalesce((select commune_id from team_place($2, $3)), $1), $3) a
       join unit u on u.id = a.id and u.level = $4
       join unit_version v on v.unit_id = a.id and v.valid_from <= $3 and (v.valid_to is null or $3 < v.valid_to)
      order by a.steps limit 1`,
    [unitId, teamId, on, level],
  );
  if (!over) throw problem('award-authority-does-not-stand', { body: name, level, on });
  if (subject === 'unit' && over.steps === 0) throw problem('award-of-ones-own', { body: name });
  await assertInside(tx, permission, [over.id], on);
}

export const bodyOf = (authority: AwardAsked['authority'], on: PlainDate) => ({
  ...{ name: authority, on, level: awardAuthorities[authority].level },
});

/** Refuses a day before the first that fits, or one to come. */
export function assertDay(day: PlainDate, from: PlainDate): void {
  const to = today();
  if (day < from || day > to) throw problem('award-day-does-not-fit', { day, from, to });
}
