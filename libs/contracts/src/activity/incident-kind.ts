import { operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { IndicatorCode, SourceCertainty } from './indicator.ts';

const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** Groups of tasks (Law 30/2023/QH15 Art. 7 to 12, law BR-66). */
export const TaskGroup = z.enum(['T1', 'T2', 'T3', 'T4', 'T5', 'T6']);
export type TaskGroup = z.infer<typeof TaskGroup>;

const named = { code, name: z.string().min(1).max(200), nameEn: z.string().min(1).max(200) };

/** A fact that records of a kind tell beside when and where. */
export const IncidentField = z.object({
  ...named,
  type: z.enum(['count', 'money', 'flag', 'choice']),
  required: z.boolean(),
  /** The largest number that is no slip of the keyboard; of a count or an amount. */
  most: z.number().int().positive().nullable(),
  /** Members of the team: no more than served that day (law BR-66). */
  ofTeam: z.boolean(),
  /** Whose word it is: what the commune police judge is no team's to say. */
  by: z.enum(['team', 'police']),
  options: z.array(z.object(named)),
});
export type IncidentField = z.infer<typeof IncidentField>;

/** What a kind adds to an indicator of a report: by records themselves, or by what approved duty tells. */
export const IncidentFeed = z.object({
  indicator: IndicatorCode,
  part: z.enum(['numerator', 'denominator']),
  counts: z.enum([
    'each',
    'field',
    /** Countable months of the window that have a record, and all of them (reporting §2.7). */
    'months',
    'countable-months',
    /** Of approved patrols: how many, person-times, hours, members on one with the police, members who served. */
    ...['patrols', 'people', 'hours', 'patrolled', 'members'],
  ] as const),
  field: code.nullable(),
  /** All must hold. */
  where: z.array(z.object({ field: code, is: z.array(z.string()).min(1) })),
});
export type IncidentFeed = z.infer<typeof IncidentFeed>;

const asked = z.enum(['required', 'asked', 'none']);

/**
 * A kind of record of a team, for days: what it asks, and which indicators it feeds. One whose `origin` is duty is
 * recorded as approved shifts, and nowhere else.
 */
export const IncidentKind = Validity.extend({
  id: z.uuid(),
  ...named,
  /** The province that laid it down; null is shipped, for everybody. */
  unitId: z.uuid().nullable(),
  taskGroup: TaskGroup,
  origin: z.enum(['record', 'duty']),
  /** Moments besides the one when it became known. */
  reported: asked,
  onScene: asked,
  fields: z.array(IncidentField),
  feeds: z.array(IncidentFeed),
  certainty: SourceCertainty.nullable(),
  citation: z.string(),
  inUse: z.boolean(),
});
export type IncidentKind = z.infer<typeof IncidentKind>;

/**
 * What members of the force may be recorded as doing (Law 30/2023/QH15 Art. 7 to 12). They sanction, detain and stop
 * nobody and check nobody's papers on their own: there is no such act (law BR-68).
 */
export const ForceAct = z.enum([
  'informed-police',
  'present',
  'protected-scene',
  'stopped-harm',
  'gave-first-aid',
  'persuaded',
  'guided-traffic',
  'supported-police',
  'fought-fire',
  'rescued',
]);
export type ForceAct = z.infer<typeof ForceAct>;

export const listIncidentKinds = operation('activity.incident-kind.list', {
  http: 'GET /incident-kinds',
  allow: 'incident.read',
  summary: 'Kinds of records of a day, with what they ask and which indicators they feed',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: pageOf(IncidentKind),
});
