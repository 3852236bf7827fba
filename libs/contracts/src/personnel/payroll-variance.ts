import { operation, pageOf, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';
import { PayrollFinding } from './payroll.ts';

const count = z.int().nonnegative();

/** Why somebody's money differs from the month before. */
export const VarianceCause = z.enum([
  'joined',
  'left',
  'moved',
  'rate',
  'days',
  'duty',
  'late-decision',
  /** A dossier was decided: an accident, a death, severance. */
  'case',
  'unexplained',
]);
export type VarianceCause = z.infer<typeof VarianceCause>;

const sums = z.array(z.object({ cause: VarianceCause, people: count, difference: Vnd }));

export const checkPayroll = operation('personnel.payroll.check', {
  http: 'GET /payrolls/:id/check',
  allow: 'payroll.read',
  summary: 'A run beside the month before by causes, and what is unusual in it',
  input: z.strictObject({ id: z.uuid(), within: z.uuid().optional() }),
  output: z.object({
    /** The run that it is compared with; null: the first one. */
    beforeId: z.uuid().nullable(),
    before: Vnd,
    now: Vnd,
    /** They add up to the difference; who differs for two causes is counted by both. */
    causes: sums,
    /** Of all that the asker sees, wherever it was asked about. */
    findings: z.array(PayrollFinding),
  }),
  deadline: 10_000,
});

export const listPayrollVariance = operation('personnel.payroll.variance', {
  http: 'GET /payrolls/:id/variance',
  allow: 'payroll.read',
  summary: 'Who is new, gone or paid otherwise than in the month before, and why',
  input: z.strictObject({
    id: z.uuid(),
    within: z.uuid().optional(),
    /** Any of somebody's causes. */
    cause: VarianceCause.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(
    z.object({
      /** Null: money of the team `teamId`. */
      personId: z.uuid().nullable(),
      teamId: z.uuid().nullable(),
      name: z.string(),
      commune: CommuneRef,
      before: Vnd,
      now: Vnd,
      /** What makes most of the difference. */
      cause: VarianceCause,
      /** What each cause makes of it, the most first; they add up to the difference. */
      parts: z.array(z.object({ cause: VarianceCause, difference: Vnd })),
    }),
  ),
  deadline: 10_000,
});
