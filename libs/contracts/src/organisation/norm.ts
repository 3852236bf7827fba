import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CriteriaDocument } from './criteria-document.ts';
import { Certainty, Metric } from './criteria-rule.ts';
import { Figure } from './figure.ts';
import { Level, UnitKind } from './unit.ts';

const count = z.number().int();
/** Between two numbers; the same twice where the text gives one. */
export const NormRange = z.object({ min: count, max: count });
export type NormRange = z.infer<typeof NormRange>;

export const NormGap = z.enum([
  /** No criteria are in force for the village that day. */
  'no-criteria',
  /** No rule, or no class of it, speaks of such a village. */
  'no-rule',
  'no-class',
  /** The number is not at hand (cut off in the source). */
  'value-unknown',
  'figure-missing',
  /** Too few small villages in the commune for a cluster, and the text does not say what then. */
  'cluster-undecided',
]);
export type NormGap = z.infer<typeof NormGap>;

/** What the criteria come to for a unit; a sum is open (null) while one of its villages is. */
export const Norm = z.object({
  villages: count,
  teams: NormRange.nullable(),
  members: NormRange.nullable(),
  /** `mixed`: exact for some villages, a maximum for others. */
  binding: z.enum(['exact', 'maximum', 'range', 'mixed']).nullable(),
  /** Of `members.max`. */
  positions: z.object({ leaders: count, deputies: count, ordinary: count }).nullable(),
  /** Villages without a norm, by what is the matter, and figures that are missing. */
  open: z.array(z.object({ gap: NormGap, villages: count })),
  missing: z.array(z.object({ metric: Metric, villages: count })),
  /** The sum of the villages that have one. */
  known: z.object({ villages: count, teams: NormRange, members: NormRange }),
});
export type Norm = z.infer<typeof Norm>;

export const NormRow = Norm.extend({
  unit: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: UnitKind,
    level: Level,
    parentId: z.uuid().nullable(),
    parentName: z.string().nullable(),
  }),
  /** The decision of the day (communes only): it overrides the norm, and the difference is shown. */
  decided: z.object({ teams: count, members: count }).nullable(),
  /** Villages that share a team by a cluster rule carry the same number within their commune. */
  cluster: count.nullable(),
  criteriaId: z.uuid().nullable(),
});
export type NormRow = z.infer<typeof NormRow>;

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(500),
};
const NormLevel = z.enum(['commune', 'village']).default('commune');

export const listNorms = operation('organisation.norm.list', {
  http: 'GET /quotas/norms',
  allow: 'criteria.read',
  summary: 'What the criteria in force come to, a row per commune or village, and the totals',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    level: NormLevel,
    ...page,
  }),
  output: pageOf(NormRow).extend({ totals: Norm }),
  deadline: 10_000,
});

export const previewCriteria = operation('organisation.criteria.preview', {
  http: 'POST /criteria/previews',
  allow: 'criteria.write',
  summary:
    'What a document would come to on my own villages, beside the norm in force; saves nothing',
  input: z.strictObject({
    document: CriteriaDocument,
    on: PlainDate,
    within: z.uuid().optional(),
    /** The units it would hold for; empty = all of mine. */
    units: z.array(z.uuid()).max(1000).default([]),
    /** From when it would hold, for figures of that day; left out: from `on`. */
    validFrom: PlainDate.optional(),
    level: NormLevel,
    /** Only rows that would change. */
    changed: z.boolean().default(false),
    ...page,
  }),
  output: pageOf(NormRow.extend({ now: Norm.nullable() })).extend({ totals: Norm, now: Norm }),
  deadline: 10_000,
});

const figure = Figure.omit({ kind: true, measuredOn: true }).extend({
  metric: Metric,
  /** Null for the sum of several villages. */
  measuredOn: PlainDate.nullable(),
});

/** One step on the way to the number, in the order in which it was taken. */
export const NormStep = z.discriminatedUnion('step', [
  /** Which day's figures count. */
  z.object({
    step: z.literal('snapshot'),
    of: z.enum(['latest', 'effect-day', 'fixed-day']),
    day: PlainDate,
    reviewYears: count.nullable(),
  }),
  /** A figure, or that it is missing. */
  z.object({ step: z.literal('figure'), metric: Metric, figure: figure.nullable() }),
  /** The villages that share the team. */
  z.object({
    step: z.literal('cluster'),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    leftOver: z.boolean(),
  }),
  z.object({ step: z.literal('rule'), index: count, name: z.string(), article: z.string() }),
  /** The class that was met; `flag`: the number of the replacement that a flag put in its place. */
  z.object({
    step: z.literal('class'),
    index: count,
    metric: Metric.nullable(),
    from: z.number().nullable(),
    fromIncluded: z.boolean(),
    to: z.number().nullable(),
    toIncluded: z.boolean(),
    byAlternative: z.boolean(),
    flag: count.nullable(),
    min: count.nullable(),
    max: count.nullable(),
    binding: z.enum(['exact', 'maximum', 'range', 'unknown']),
    certainty: Certainty,
  }),
  z.object({
    step: z.literal('increment'),
    metric: Metric,
    from: z.number(),
    stepOf: z.number(),
    stepParts: count,
    count: z.enum(['full', 'started']),
    steps: count,
    add: count,
    certainty: Certainty,
  }),
  z.object({ step: z.literal('modifier'), name: z.string(), add: count, certainty: Certainty }),
  z.object({ step: z.literal('cap'), of: z.enum(['rule', 'document']), cap: count, before: count }),
  /** Several teams in one village. */
  z.object({
    step: z.literal('teams'),
    teams: count,
    members: z.enum(['each-team', 'whole-unit']),
  }),
  /** Where the text has two readings, the one that was chosen. */
  z.object({ step: z.literal('reading'), question: z.string(), chosen: z.string() }),
]);
export type NormStep = z.infer<typeof NormStep>;

export const explainNorm = operation('organisation.norm.explain', {
  http: 'GET /units/:id/norm',
  allow: 'criteria.read',
  summary: 'How the norm of a village comes about, step by step',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Norm.extend({
    unit: NormRow.shape.unit,
    cluster: count.nullable(),
    criteria: z
      .object({
        id: z.uuid(),
        name: z.string(),
        validFrom: PlainDate,
        endsOn: PlainDate.nullable(),
        instrumentId: z.uuid(),
        instrumentNumber: z.string(),
        instrumentTitle: z.string(),
      })
      .nullable(),
    steps: z.array(NormStep),
  }),
});
