import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Permission } from '../role.ts';

/** What somebody has to do, or at least to know. */
export const WorkKind = z.enum([
  'villages-uncovered',
  'teams-short',
  'teams-over',
  'quota-missing',
  'workplace-missing',
  'consolidation-overdue',
  'quota-decision-due',
  'teams-await-consolidation',
  'outline-missing',
  'figures-missing',
  'kind-pending',
  'village-below-standard',
  'instrument-without-file',
  'draft-open',
  'proposal-waiting',
]);
export type WorkKind = z.infer<typeof WorkKind>;

/** How much of a kind there is in an area on a day, and since when the oldest waits. */
export const WorkEntry = z.object({
  kind: WorkKind,
  count: z.number().int(),
  oldest: PlainDate.nullable(),
  /** What closes it needs this permission … */
  closedBy: Permission,
  /** … which the asker holds: it is their own work, not only to be known. */
  mine: z.boolean(),
});
export type WorkEntry = z.infer<typeof WorkEntry>;

export const getWorklist = operation('organisation.work.count', {
  http: 'GET /worklist',
  allow: 'signed-in',
  summary: 'What is due, wrong or waiting in my area, by kind',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({ entries: z.array(WorkEntry) }),
  deadline: 10_000,
});

/** One thing to do, with the page it is done on. */
export const WorkItem = z.object({
  noun: z.enum(['unit', 'team', 'instrument', 'draft', 'proposal']),
  id: z.uuid(),
  name: z.string(),
  /** The unit it concerns, and what lies over it. */
  unitId: z.uuid().nullable(),
  place: z.string().nullable(),
  since: PlainDate.nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const listWork = operation('organisation.work.list', {
  http: 'GET /worklist/:kind',
  allow: 'signed-in',
  summary: 'Everything of one kind that is to be done, oldest first',
  input: z.strictObject({
    kind: WorkKind,
    on: PlainDate,
    within: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(WorkItem),
  deadline: 10_000,
});
