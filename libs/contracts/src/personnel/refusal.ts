import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * A member refused assigned or mobilised duty on a day (Law 30/2023/QH15 Art. 17.3.c); one with a good reason
 * is kept and does not count.
 */
export const Refusal = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  refusedOn: PlainDate,
  /** The duty that was refused. */
  duty: z.string().trim().min(1).max(500),
  reasonGiven: z.string().trim().max(1000),
  goodReason: z.boolean(),
  /** Why it no longer counts; null: it counts. */
  withdrawnReason: z.string().nullable(),
});
export type Refusal = z.infer<typeof Refusal>;

export const RefusalRow = Refusal.extend({ personName: z.string() });
export type RefusalRow = z.infer<typeof RefusalRow>;

export const listRefusals = operation('personnel.refusal.list', {
  http: 'GET /refusals',
  allow: 'person-profile.read',
  summary: 'Refusals of duty by members, latest first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(RefusalRow),
  deadline: 5_000,
});

export const recordRefusal = operation('personnel.refusal.record', {
  http: 'POST /refusals',
  allow: 'posting.write',
  summary: 'Record that a member refused assigned or mobilised duty',
  input: Refusal.omit({ withdrawnReason: true })
    .extend({ reasonGiven: Refusal.shape.reasonGiven.default('') })
    .strict(),
  output: Refusal,
});

export const withdrawRefusal = operation('personnel.refusal.withdraw', {
  http: 'POST /refusals/:id/withdrawal',
  allow: 'posting.write',
  summary: 'Let a refusal no longer count; it stays on record with the reason',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: Refusal,
});

const fact = Refusal.pick({ id: true, personId: true });
export const refusalRecorded = event('personnel.refusal-recorded.v1', fact);
export const refusalWithdrawn = event('personnel.refusal-withdrawn.v1', fact);
