import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Achievement, awardAsked, AwardDetail, AwardFinding, RevocationKind } from './award.ts';
import { AwardAgency, AwardAuthority, AwardForm, AwardSubject } from './award-form.ts';

const code = AwardForm.shape.code;
const number = awardAsked.number;
const awardReason = z.string().trim().min(5).max(1_000);

export const proposeAward = operation('activity.award.propose', {
  http: 'POST /awards',
  allow: 'award.propose',
  summary: 'Propose an award for an achievement; what bars it is told with its source',
  input: z.strictObject({ id: z.uuid(), achievement: Achievement, ...awardAsked }),
  output: AwardDetail,
});

const step = {
  id: z.uuid(),
  stepId: z.uuid(),
  /** Of the award that the sender saw. */
  version: z.number().int(),
};

export const sendAwardAgain = operation('activity.award.send-again', {
  http: 'POST /awards/:id/sendings',
  allow: 'award.propose',
  summary: 'Send a proposal again that came back',
  input: z.strictObject({ ...step, summary: Achievement.shape.summary, ...awardAsked }),
  output: AwardDetail,
});

export const returnAward = operation('activity.award.return', {
  http: 'POST /awards/:id/returns',
  allow: 'award.appraise',
  summary: 'Give a proposal back with a note of guidance',
  input: z.strictObject({ ...step, note: awardReason }),
  output: AwardDetail,
});

export const appraiseAward = operation('activity.award.appraise', {
  http: 'POST /awards/:id/appraisals',
  allow: 'award.appraise',
  summary: 'Record what an agency finds of a proposal, with its document',
  input: z.strictObject({
    ...step,
    agency: AwardAgency,
    agrees: z.boolean(),
    number,
    on: PlainDate,
    note: z.string().trim().max(1_000).default(''),
  }),
  output: AwardDetail,
});

export const decideAward = operation('activity.award.decide', {
  http: 'POST /awards/:id/decisions',
  allow: 'award.decide',
  summary: 'Approve or refuse an award; in spite of a warning only with the reason',
  input: z.strictObject({
    ...step,
    approves: z.boolean(),
    number,
    on: PlainDate,
    /** Due where it is refused, or given in spite of a warning. */
    note: z.string().trim().max(1_000).default(''),
  }),
  output: AwardDetail,
});

export const revokeAward = operation('activity.award.revoke', {
  http: 'POST /awards/:id/revocations',
  allow: 'award.decide',
  summary: 'Take an award back; what counted it counts it no more, ratified rounds are flagged',
  input: z.strictObject({
    ...step,
    revocation: RevocationKind,
    number,
    on: PlainDate,
    note: awardReason,
  }),
  output: AwardDetail,
});

export const creditAward = operation('activity.award.credit', {
  http: 'POST /awards/:awardId/credits',
  allow: 'report.verify',
  summary: 'Let an award bring its team or unit points for an item of an open round',
  input: z.strictObject({
    id: z.uuid(),
    awardId: z.uuid(),
    roundId: z.uuid(),
    item: z.string().min(1).max(12),
    points: z.number().positive().max(1_000).multipleOf(0.01),
  }),
  output: AwardDetail,
});

/** Facts tell no words of the file. */
const about = {
  id: z.uuid(),
  achievementId: z.uuid(),
  unitId: z.uuid(),
  authority: AwardAuthority,
};
const asked = { ...about, formCode: code.nullable(), titleCode: code.nullable(), number };
export const awardProposed = event(
  'activity.award-proposed.v1',
  z.object({ ...asked, sending: z.number().int(), findings: z.array(AwardFinding) }),
);
/** A proposal that was refused by rule, with what barred it. */
export const awardBarred = event(
  'activity.award-barred.v1',
  z.object({
    unitId: z.uuid(),
    authority: AwardAuthority,
    number,
    findings: z.array(AwardFinding),
  }),
);
export const awardReturned = event(
  'activity.award-returned.v1',
  z.object({ ...about, note: z.string() }),
);
export const awardAppraised = event(
  'activity.award-appraised.v1',
  z.object({ ...about, agency: AwardAgency, agrees: z.boolean(), number, on: PlainDate }),
);
export const awardDecided = event(
  'activity.award-decided.v1',
  z.object({
    ...asked,
    approves: z.boolean(),
    on: PlainDate,
    subject: AwardSubject,
    subjectId: z.uuid().nullable(),
    note: z.string(),
  }),
);
export const awardRevoked = event(
  'activity.award-revoked.v1',
  z.object({
    ...about,
    revocation: RevocationKind,
    number,
    on: PlainDate,
    note: z.string(),
    /** Ratified rounds that counted it. */
    roundIds: z.array(z.uuid()),
  }),
);
export const awardCredited = event(
  'activity.award-credited.v1',
  z.object({
    ...about,
    roundId: z.uuid(),
    subjectId: z.uuid(),
    item: z.string(),
    points: z.number(),
  }),
);
