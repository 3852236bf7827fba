import { PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { DecisionRef } from './decision.ts';
import { Position, RecognitionRule } from './posting.ts';

const name = z.string().trim().min(1).max(100);

/** Where a plan, a list or a result hangs out, and for how long (law BR-35). */
export const PublicPosting = z.strictObject({
  places: z.array(z.string().trim().min(1).max(200)).min(1).max(20),
  /** The last day, included; null where none was set. */
  until: PlainDate.nullable().default(null),
});

/** Bodies that sit in the council beside its chair and vice-chair (Circular 14/2024/TT-BCA Art. 3; law BR-36). */
export const CouncilBody = z.enum([
  'youth-union',
  'women-union',
  'farmers-association',
  'civil-servant',
  'village',
  'front-committee',
]);
export type CouncilBody = z.infer<typeof CouncilBody>;

/** Who counts the ballots of a secret vote (law BR-79). */
const CountingTeam = z.strictObject({
  head: name,
  deputy: name,
  members: z.array(name).min(1).max(10),
  secretary: name,
});

const Ballot = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('hands'), chairing: name, secretary: name }),
  z.strictObject({
    way: z.literal('secret'),
    chairing: name,
    secretary: name,
    /** The committee's stamp is on every ballot (Form 02). */
    stamped: z.literal(true),
    countingTeam: CountingTeam,
  }),
]);

const Placed = z.strictObject({ applicationId: z.uuid(), teamId: z.uuid(), position: Position });
const on = PlainDate;
const posting = PublicPosting.shape;

/** Each act of R1 to R11 after the plan, with what must be known of it; `on` is the day on which it was done. */
export const RecruitmentAct = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('issued'), on, number: z.string().trim().min(1).max(80) }),
  z.strictObject({ step: z.literal('posted'), on, ...posting }),
  z.strictObject({ step: z.literal('list-approved'), on }),
  z.strictObject({ step: z.literal('list-posted'), on, ...posting }),
  z.strictObject({
    step: z.literal('council-set'),
    on,
    number: z.string().trim().max(80).default(''),
    chair: name,
    viceChair: name,
    members: z.array(z.strictObject({ name, body: CouncilBody })).max(30),
    /** Why a body is not represented. */
    reason: z.string().trim().max(500).default(''),
  }),
  z.strictObject({
    step: z.literal('met'),
    on,
    present: z.number().int().min(1).max(50),
    ballot: Ballot,
    votes: z
      .array(z.strictObject({ applicationId: z.uuid(), votes: z.number().int().min(0).max(50) }))
      .max(500),
  }),
  z.strictObject({
    step: z.literal('minutes-signed'),
    on,
    /** Of those with equal votes at the cut, who the council decided for, and how (law BR-38). */
    chosen: z.array(z.uuid()).max(100).default([]),
    reason: z.string().trim().max(500).default(''),
  }),
  z.strictObject({ step: z.literal('notified'), on, ...posting }),
  z.strictObject({ step: z.literal('proposed'), on, members: z.array(Placed).min(1).max(500) }),
  z.strictObject({
    step: z.literal('decided'),
    on,
    decision: DecisionRef,
    validFrom: PlainDate,
    members: z
      .array(
        z.strictObject({
          applicationId: z.uuid(),
          /** Of the posting that begins. */
          postingId: z.uuid(),
          accept: z.array(RecognitionRule).max(10).default([]),
          reason: z.string().trim().max(500).default(''),
        }),
      )
      .min(1)
      .max(500),
  }),
  z.strictObject({ step: z.literal('result-posted'), on, ...posting }),
  /** Beside the way: a plan that nobody with a complete file came for ends, and why. */
  z.strictObject({
    step: z.literal('closed'),
    on,
    reason: z.string().trim().min(1).max(500),
  }),
]);
export type RecruitmentAct = z.infer<typeof RecruitmentAct>;

export const RecruitmentStep = z.enum([
  'issued',
  'posted',
  'list-approved',
  'list-posted',
  'council-set',
  'met',
  'minutes-signed',
  'notified',
  'proposed',
  'decided',
  'result-posted',
  'closed',
]);
export type RecruitmentStep = z.infer<typeof RecruitmentStep>;
