import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Finding } from './posting.ts';

const count = z.number().int();

/** What bounds a plan before it is drafted: the free places of the commune, and the first day of the meeting. */
export const PlanTerms = z.object({
  /** Members that the decision in force gives; null without one. */
  quota: count.nullable(),
  active: count,
  vacancies: count,
  /** Where the list hangs out on the first working day after the last day of receiving (law BR-77). */
  firstMeetingDay: PlainDate.nullable(),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

export const foreseeRecruitment = operation('personnel.recruitment.foresee', {
  http: 'GET /recruitment-terms',
  allow: 'recruitment.write',
  summary: 'Free places of a commune on a day, and the first day on which its council could meet',
  input: z.strictObject({
    communeId: z.uuid(),
    draftedOn: PlainDate,
    receiveTo: PlainDate.optional(),
  }),
  output: PlanTerms,
});

/** What the rules say of somebody who was proposed, were they recognised on a day. */
export const Examined = z.object({
  applicationId: z.uuid(),
  findings: z.array(Finding),
  /** What else refuses it, such as the quota: the problem as the decision would answer it. */
  refusal: z.looseObject({ type: z.string(), status: z.number().int() }).nullable(),
});
export type Examined = z.infer<typeof Examined>;

export const examineSelected = operation('personnel.recruitment.examine', {
  http: 'GET /recruitments/:id/findings',
  allow: 'recruitment.write',
  summary: 'What stands in the way of recognising those who were proposed; nothing is done',
  input: z.strictObject({ id: z.uuid(), validFrom: PlainDate }),
  output: z.object({ items: z.array(Examined) }),
  // Recognitions in one commune wait for each other.
  deadline: 15_000,
});
