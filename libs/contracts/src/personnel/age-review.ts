import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * What came of looking into whether a member of about 70 goes on (law BR-24): turning 70 ends no membership
 * by itself (Law 30/2023/QH15 Art. 13.1, 17.3).
 */
export const AgeReview = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  reviewedOn: PlainDate,
  /** Goes on, or is to be proposed for cessation. */
  outcome: z.enum(['continues', 'to-cease']),
  /** Health paper, wish of the member, opinion of the commune police. */
  basis: z.string().trim().min(5).max(500),
});
export type AgeReview = z.infer<typeof AgeReview>;

export const listAgeReviews = operation('personnel.age-review.list', {
  http: 'GET /people/:personId/age-reviews',
  allow: 'person-profile.read',
  summary: 'When it was looked into whether a member goes on at 70, and what came of it',
  input: z.strictObject({ personId: z.uuid() }),
  output: pageOf(AgeReview),
});

export const recordAgeReview = operation('personnel.age-review.record', {
  http: 'POST /people/:personId/age-reviews',
  allow: 'posting.write',
  summary: 'Record whether a member of about 70 goes on',
  input: AgeReview.strict(),
  output: AgeReview,
});

export const ageReviewed = event(
  'personnel.age-reviewed.v1',
  z.object({ id: z.uuid(), personId: z.uuid() }),
);
