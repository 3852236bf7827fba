import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { Amount } from './indicator.ts';
import { ScoreStep } from './score.ts';
import { Points, ScoreSubject } from './score-template.ts';

const reason = z.string().trim().max(1_000);

/**
 * Points typed for an item, or the figure that they are reckoned from where no report gives it; with both, the points count
 * and the reason says why they are not what follows from the figure.
 */
export const ScoreMark = z
  .strictObject({
    item: z.string().min(1).max(12),
    points: Points.nullable(),
    figure: z
      .strictObject({
        numerator: Amount.nullable(),
        denominator: Amount.nullable(),
        noCase: z.boolean(),
      })
      .nullable(),
    /** Needed where points differ from what stood. */
    reason: reason.default(''),
  })
  .refine(({ points, figure }) => points !== null || figure !== null, {
    message: 'points-or-figure',
    path: ['points'],
  });
export type ScoreMark = z.infer<typeof ScoreMark>;

const of = { roundId: z.uuid(), subjectId: z.uuid() };
const marks = z.array(ScoreMark).min(1).max(200);

export const scoreSelf = operation('activity.score.mark-self', {
  http: 'POST /score-marks/self',
  allow: 'report.write',
  summary: 'Say how many points one gives oneself; they are a claim and count for nothing',
  input: z.strictObject({ id: z.uuid(), ...of, marks }),
  output: z.object({ marks: z.number().int() }),
});

export const verifyScore = operation('activity.score.verify', {
  http: 'POST /score-marks/verified',
  allow: 'report.verify',
  summary: 'Confirm the points of a subject, with what is typed or changed and why',
  input: z.strictObject({ id: z.uuid(), ...of, marks: z.array(ScoreMark).max(200) }),
  output: z.object({ marks: z.number().int() }),
});

export const verifyScores = operation('activity.score.verify-many', {
  http: 'POST /campaign-rounds/:roundId/verifications',
  allow: 'report.verify',
  summary:
    'Confirm the points of several subjects at once, all or none; sent again it changes nothing',
  input: z.strictObject({
    roundId: z.uuid(),
    sheets: z
      .array(
        z.strictObject({
          id: z.uuid(),
          subjectId: z.uuid(),
          marks: z.array(ScoreMark).max(200),
        }),
      )
      .min(1)
      .max(500)
      .refine(
        (all) =>
          new Set(all.flatMap(({ id, subjectId }) => [id, subjectId])).size === all.length * 2,
        {
          message: 'said-twice',
        },
      ),
  }),
  output: z.object({ subjects: z.number().int(), marks: z.number().int() }),
  deadline: 30_000,
});

export const changeScore = operation('activity.score.change', {
  http: 'POST /score-marks/ratified',
  allow: 'campaign.ratify',
  summary: 'Change points before a round is ratified, each with its reason',
  input: z.strictObject({ id: z.uuid(), ...of, marks }),
  output: z.object({ marks: z.number().int() }),
});

const toldMark = { ...of, subject: ScoreSubject, items: z.array(z.string()) };
export const scoreMarked = event(
  'activity.score-marked.v1',
  z.object({ ...toldMark, step: ScoreStep }),
);
