import { operation, pageOf } from '@antt/kernel';
import { z } from 'zod';
import { workCountQuestion, workEntryOf, workItemOf, workListQuestion } from '../work.ts';

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

export const WorkEntry = workEntryOf(WorkKind);
export type WorkEntry = z.infer<typeof WorkEntry>;

export const getWorklist = operation('organisation.work.count', {
  http: 'GET /worklist',
  allow: 'signed-in',
  summary: 'What is due, wrong or waiting in my area, by kind',
  input: workCountQuestion,
  output: z.object({ entries: z.array(WorkEntry) }),
  deadline: 10_000,
});

export const WorkItem = workItemOf(z.enum(['unit', 'team', 'instrument', 'draft', 'proposal']));
export type WorkItem = z.infer<typeof WorkItem>;

export const listWork = operation('organisation.work.list', {
  http: 'GET /worklist/:kind',
  allow: 'signed-in',
  summary: 'Everything of one kind that is to be done, oldest first',
  input: workListQuestion(WorkKind),
  output: pageOf(WorkItem),
  deadline: 10_000,
});
