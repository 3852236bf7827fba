import { operation, pageOf } from '@antt/kernel';
import { z } from 'zod';
import {
  WorkByUnit,
  workByUnitQuestion,
  workCountQuestion,
  workEntryOf,
  workItemOf,
  workListQuestion,
  type WorkRights,
} from '../work.ts';

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

export const workRights: Readonly<Record<WorkKind, WorkRights>> = {
  'villages-uncovered': { seenBy: 'team.read', closedBy: 'team.write' },
  'teams-short': { seenBy: 'coverage.read', closedBy: 'team.write' },
  'teams-over': { seenBy: 'coverage.read', closedBy: 'team.write' },
  'quota-missing': { seenBy: 'quota.read', closedBy: 'quota.write' },
  'workplace-missing': { seenBy: 'workplace.read', closedBy: 'workplace.write' },
  'consolidation-overdue': { seenBy: 'team.read', closedBy: 'team.write' },
  'quota-decision-due': { seenBy: 'quota.read', closedBy: 'quota.write' },
  'teams-await-consolidation': { seenBy: 'team.read', closedBy: 'team.write' },
  'outline-missing': { seenBy: 'unit.write', closedBy: 'unit.write' },
  'figures-missing': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'kind-pending': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'village-below-standard': { seenBy: 'quota.read', closedBy: 'unit.write' },
  'instrument-without-file': { seenBy: 'instrument.write', closedBy: 'instrument.write' },
  'draft-open': { seenBy: 'quota.write', closedBy: 'quota.write' },
  'proposal-waiting': { seenBy: 'quota.write', closedBy: 'quota.write' },
};

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

export const countWorkByUnit = operation('organisation.work.count-by-unit', {
  http: 'GET /worklist/counts',
  allow: 'signed-in',
  summary: 'How much work waits in each unit of a level of my area',
  input: workByUnitQuestion(WorkKind),
  output: WorkByUnit,
  deadline: 10_000,
});
