import { type AwardForm, type AwardRule, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

type Question = { on: PlainDate; within?: string | undefined; codes?: string[] | undefined };

/** Forms and titles of a day: for a unit those that hold in its province, without a unit those that ship. */
export function awardFormsOf(
  db: EntityManager,
  { on, within, codes }: Question,
): Promise<AwardForm[]> {
  return db.query(
    `select id, code, unit_id as "unitId", kind, name, name_en as "nameEn", subjects, deciders, certainty, citation,
            in_use as "inUse", valid_from as "validFrom", valid_to as "validTo"
       from award_forms_on($1::date, $2::uuid) where $3::text[] is null or code = any ($3)
      order by kind, code`,
    [on, within ?? null, codes ?? null],
  );
}

/** When results bar awards in a unit on a day; without a unit as shipped. */
export async function awardRuleOf(
  db: EntityManager,
  { on, within }: Question,
): Promise<AwardRule | null> {
  const [rule]: AwardRule[] = await db.query(
    `select id, unit_id as "unitId", mode, missing, individuals, certainty, citation,
            valid_from as "validFrom", valid_to as "validTo" from award_rule_on($1::date, $2::uuid)`,
    [on, within ?? null],
  );
  return rule ?? null;
}

/** The same where it is needed; nothing is decided without it. */
export async function awardRuleOn(
  db: EntityManager,
  on: PlainDate,
  within: string,
): Promise<AwardRule> {
  const rule = await awardRuleOf(db, { on, within });
  if (!rule) throw problem('award-rule-not-found', { on });
  return rule;
}
