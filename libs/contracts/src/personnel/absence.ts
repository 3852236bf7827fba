import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { Decision, DecisionRef } from './decision.ts';

/** A member who still belongs to a team but does not serve: suspended by decision, or on leave. */
export const AbsenceKind = z.enum(['suspension', 'leave']);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

/** How an absence stands to a day: it begins later, it runs, it is over. */
export const AbsenceState = z.enum(['running', 'planned', 'ended']);
export type AbsenceState = z.infer<typeof AbsenceState>;

export const Absence = Validity.extend({
  id: z.uuid(),
  personId: z.uuid(),
  kind: AbsenceKind,
});
export type Absence = z.infer<typeof Absence>;

/** It ends at the latest with the service that it interrupts; the reason is for who may see the profile. */
export const AbsenceRow = Absence.extend({
  personName: z.string(),
  team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  commune: CommuneRef.nullable(),
  decision: Decision.nullable(),
  reason: z.string().nullable(),
});
export type AbsenceRow = z.infer<typeof AbsenceRow>;

export const listAbsences = operation('personnel.absence.list', {
  http: 'GET /absences',
  allow: 'person.read',
  summary:
    'Suspensions and leave by given name: of a day, of one person over all days, or over by a day',
  input: z.strictObject({
    /** Left out: all days. */
    on: PlainDate.optional(),
    /** As it stands on the day; left out: what runs on it. */
    state: AbsenceState.optional(),
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    kind: AbsenceKind.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(AbsenceRow),
  deadline: 5_000,
});

export const listLeaveThroughout = operation('personnel.absence.list-leave-throughout', {
  allow: 'services',
  summary:
    'Members of teams who were on leave on every day of these that they belonged to the team',
  input: z.strictObject({
    /** Null: of every team. */
    teamIds: z.array(z.uuid()).max(100_000).nullable(),
    from: PlainDate,
    to: PlainDate,
  }),
  output: z.object({ items: z.array(z.object({ teamId: z.uuid(), personId: z.uuid() })) }),
});

export const recordAbsence = operation('personnel.absence.record', {
  http: 'POST /absences',
  allow: 'posting.write',
  summary: 'Suspend a member by a decision, or record leave with its reason',
  input: z.strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    kind: AbsenceKind,
    validFrom: PlainDate,
    /** The first day of service again; null: not known yet. */
    validTo: PlainDate.nullable().default(null),
    decision: DecisionRef.nullable().default(null),
    reason: z.string().trim().max(500).default(''),
  }),
  output: Absence,
});

export const endAbsence = operation('personnel.absence.end', {
  http: 'POST /absences/:id/ends',
  allow: 'posting.write',
  summary: 'Say from which day a member serves again',
  input: z.strictObject({ id: z.uuid(), validTo: PlainDate }),
  output: Absence,
});

const fact = Absence.omit({ kind: true });
export const absenceRecorded = event('personnel.absence-recorded.v1', fact);
export const absenceEnded = event('personnel.absence-ended.v1', fact);
