import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';

const text = (longest: number) => z.string().trim().max(longest);

/**
 * A record of a person goes only on request, with a reason and evidence, when somebody else agrees. What stays
 * is this: that there was a record, who asked, who agreed and why, and nothing of the person.
 */
export const Removal = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  communeId: z.uuid(),
  commune: CommuneRef.nullable(),
  reason: text(500).min(5),
  /** What shows it: number and day of a paper. */
  evidence: text(500).min(5),
  requestedBy: z.string(),
  requestedAt: z.string(),
  outcome: z.enum(['approved', 'refused']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  note: z.string(),
});
export type Removal = z.infer<typeof Removal>;

export const listRemovals = operation('personnel.removal.list', {
  http: 'GET /removals',
  allow: 'person.write',
  summary: 'Requests to remove records of people, undecided ones first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
  }),
  output: pageOf(Removal),
});

export const requestRemoval = operation('personnel.removal.request', {
  http: 'POST /people/:personId/removals',
  allow: 'person.write',
  summary: 'Ask for a record of a person to be removed',
  input: Removal.pick({ id: true, personId: true, reason: true, evidence: true }).strict(),
  output: Removal,
});

export const decideRemoval = operation('personnel.removal.decide', {
  http: 'POST /removals/:id/decisions',
  allow: 'person.remove',
  summary: 'Agree to a removal that somebody else asked for, or refuse it',
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(['approved', 'refused']),
    note: text(500).default(''),
  }),
  output: Removal,
});

const about = { id: z.uuid(), personId: z.uuid(), communeId: z.uuid() };
export const removalRequested = event(
  'personnel.removal-requested.v1',
  z.object({ ...about, reason: z.string(), evidence: z.string() }),
);
export const removalDecided = event(
  'personnel.removal-decided.v1',
  z.object({ ...about, outcome: z.string() }),
);
