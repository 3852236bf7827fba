import { addYears, event, operation, pageOf, PlainDate } from '@antt/kernel';
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

/** The first day of a review that counts: a year before the member is full 70. */
export const firstReviewDay = (birthDate: PlainDate): PlainDate => addYears(birthDate, 69);

/** As it is told: what the basis says of health is for who may read that (law BR-31). */
export const AgeReviewTold = AgeReview.extend({ basis: AgeReview.shape.basis.nullable() });

export const listAgeReviews = operation('personnel.age-review.list', {
  http: 'GET /people/:personId/age-reviews',
  allow: 'person-profile.read',
  summary: 'When it was looked into whether a member goes on at 70, and what came of it',
  input: z.strictObject({ personId: z.uuid() }),
  output: pageOf(AgeReviewTold),
});

export const recordAgeReview = operation('personnel.age-review.record', {
  http: 'POST /people/:personId/age-reviews',
  allow: 'posting.write',
  summary: 'Record whether a member of about 70 goes on',
  input: AgeReview.strict(),
  output: AgeReviewTold,
});

export const ageReviewed = event(
  'personnel.age-reviewed.v1',
  z.object({ id: z.uuid(), personId: z.uuid() }),
);
