import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { AwardAuthority, AwardSubject } from './award-form.ts';

export const CriticismSubject = AwardSubject.exclude(['citizen']);

const said = {
  subject: CriticismSubject,
  subjectId: z.uuid(),
  authority: AwardAuthority,
  /** Of the document that criticises, which is one of its own (reporting BR-77). */
  number: z.string().trim().min(1).max(100),
  decidedOn: PlainDate,
  reason: z.string().trim().min(5).max(1_000),
  /** Of what round of a campaign; null of none. */
  roundId: z.uuid().nullable(),
};

/** That a team, a unit or a member was criticised (phê bình), as a recorded outcome (reporting BR-77). */
export const Criticism = z.object({
  ...said,
  id: z.uuid(),
  subjectName: z.string(),
  unitName: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type Criticism = z.infer<typeof Criticism>;

export const recordCriticism = operation('activity.criticism.record', {
  http: 'POST /criticisms',
  allow: 'award.decide',
  summary: 'Record that a team, a unit or a member was criticised, with the document',
  input: z.strictObject({ id: z.uuid(), ...said, roundId: said.roundId.default(null) }),
  output: Criticism,
});

export const listCriticisms = operation('activity.criticism.list', {
  http: 'GET /criticisms',
  allow: 'award.read',
  summary: 'Criticism of the teams, units and members of my area, the latest first',
  input: z.strictObject({
    from: PlainDate,
    to: PlainDate,
    within: z.uuid().optional(),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(Criticism),
});

export const criticismRecorded = event(
  'activity.criticism-recorded.v1',
  z.object({ id: z.uuid(), ...said }),
);
