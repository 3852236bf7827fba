import { event } from '@antt/kernel';
import { z } from 'zod';

/** Columns of a roster that have no table of their own: kept as they were written, and shown. */
export const RosterRemark = z.enum([
  'former-force',
  'former-from',
  'former-to',
  'former-settlement',
  'certificate',
  'yearly-grade',
  'insurance',
]);
export type RosterRemark = z.infer<typeof RosterRemark>;

/** What a roster wrote; whom and where, the postings tell. */
export const rosterImported = event(
  'personnel.roster-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
