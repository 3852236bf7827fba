import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import type { Level } from '../organisation/unit.ts';
import { IndicatorCode, SourceCertainty } from './indicator.ts';

/** Who is commended: a team, a unit, a member of a team, or somebody else whom a record of the log tells of. */
export const AwardSubject = z.enum(['team', 'unit', 'person', 'citizen']);
export type AwardSubject = z.infer<typeof AwardSubject>;

type Place = { level: Level };

/**
 * Who decides on awards, with the level of the unit whose officers record it: what a ministry or the Government decides
 * arrives at the province.
 */
export const awardAuthorities = {
  'commune-police': { level: 'commune' },
  'commune-chair': { level: 'commune' },
  'district-police': { level: 'district' },
  'district-committee': { level: 'district' },
  'district-chair': { level: 'district' },
  'province-police': { level: 'province' },
  'province-chair': { level: 'province' },
  'ministry-police': { level: 'province' },
  government: { level: 'province' },
} as const satisfies Record<string, Place>;
export const AwardAuthority = z.enum(
  Object.keys(awardAuthorities) as [
    keyof typeof awardAuthorities,
    ...(keyof typeof awardAuthorities)[],
  ],
);
export type AwardAuthority = z.infer<typeof AwardAuthority>;

/** Who appraises a file before it is decided, with the level where it does so. */
export const awardAgencies = {
  'commune-police': { level: 'commune' },
  'commune-council': { level: 'commune' },
  'district-police': { level: 'district' },
  'district-council': { level: 'district' },
  'movement-division': { level: 'province' },
  'province-police': { level: 'province' },
  'home-affairs': { level: 'province' },
  'province-council': { level: 'province' },
} as const satisfies Record<string, Place>;
export const AwardAgency = z.enum(
  Object.keys(awardAgencies) as [keyof typeof awardAgencies, ...(keyof typeof awardAgencies)[]],
);
export type AwardAgency = z.infer<typeof AwardAgency>;

/** An authority that may decide, and whose appraisals it needs; in a campaign some more (reporting BR-74). */
export const AwardDecider = z.strictObject({
  authority: AwardAuthority,
  appraisals: z.array(AwardAgency).max(8),
  campaignAppraisals: z.array(AwardAgency).max(8),
});
export type AwardDecider = z.infer<typeof AwardDecider>;

/** What is given: a form (hình thức khen thưởng) or a title (danh hiệu thi đua); an award may have both. */
export const AwardKind = z.enum(['form', 'title']);
export type AwardKind = z.infer<typeof AwardKind>;

const citation = z.string().trim().min(1).max(500);

/** A form or a title for days, as shipped or as a province laid it down. */
export const AwardForm = Validity.extend({
  id: z.uuid(),
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  unitId: z.uuid().nullable(),
  kind: AwardKind,
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().max(200),
  subjects: z.array(AwardSubject).min(1).max(4),
  deciders: z.array(AwardDecider).min(1).max(9),
  certainty: SourceCertainty.nullable(),
  citation,
  /** False where a province does without it. */
  inUse: z.boolean(),
});
export type AwardForm = z.infer<typeof AwardForm>;

export const listAwardForms = operation('activity.award-form.list', {
  http: 'GET /award-forms',
  allow: 'award.read',
  summary: 'Forms and titles of awards of a day, with who decides and who appraises',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: pageOf(AwardForm),
});

export const setAwardForm = operation('activity.award-form.set', {
  http: 'POST /award-forms',
  allow: 'indicator.write',
  summary: 'Lay down a form or a title of awards for a province from a day on',
  input: AwardForm.omit({ validTo: true })
    .extend({
      certainty: SourceCertainty.nullable().default(null),
      inUse: z.boolean().default(true),
    })
    .strict(),
  output: AwardForm,
});

/**
 * What a low class of the movement, or not being "An toàn về ANTT", means for a proposal (reporting BR-72): either bars
 * it or only both together; a result that is missing bars it or is warned of; and so for individuals who head nobody.
 */
export const AwardRule = Validity.extend({
  id: z.uuid(),
  unitId: z.uuid().nullable(),
  mode: z.enum(['either', 'both']),
  missing: z.enum(['block', 'warn']),
  individuals: z.enum(['block', 'warn']),
  certainty: SourceCertainty.nullable(),
  citation,
});
export type AwardRule = z.infer<typeof AwardRule>;

export const listAwardRules = operation('activity.award-rule.list', {
  http: 'GET /award-rules',
  allow: 'award.read',
  summary: 'What low classes and missing results mean on a day: for a unit what holds there',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: pageOf(AwardRule),
});

export const setAwardRule = operation('activity.award-rule.set', {
  http: 'POST /award-rules',
  allow: 'indicator.write',
  summary: 'Lay down for a province, from a day on, when a low class or a missing result bars',
  input: AwardRule.omit({ validTo: true })
    .extend({ certainty: SourceCertainty.nullable().default(null) })
    .strict(),
  output: AwardRule,
});

/** What an achievement is about. */
export const AchievementKind = z.enum(['work', 'model', 'good-deed', 'bravery']);
export type AchievementKind = z.infer<typeof AchievementKind>;

/** Which decided awards an indicator of a team counts, by the day of their decision (reporting BR-13, BR-14, BR-22). */
export const AwardFeed = Validity.extend({
  id: z.uuid(),
  code: IndicatorCode,
  unitId: z.uuid().nullable(),
  /** Each of them, or the countable months that have one. */
  counts: z.enum(['each', 'months']),
  subjects: z.array(AwardSubject).min(1),
  achievements: z.array(AchievementKind).min(1),
  authorities: z.array(AwardAuthority).min(1),
  certainty: SourceCertainty.nullable(),
  citation,
});
export type AwardFeed = z.infer<typeof AwardFeed>;

export const awardFormSet = event('activity.award-form-set.v1', AwardForm);
export const awardRuleSet = event('activity.award-rule-set.v1', AwardRule);
