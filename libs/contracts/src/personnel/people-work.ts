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

/** What somebody has to do about the people of the force, or at least to know. */
export const PeopleWorkKind = z.enum([
  /** A Tổ without leader (law BR-15), and one with fewer members than it needs (law BR-17). */
  'leader-vacant',
  'team-under-strength',
  /** More members than the commune's decision and its roadmap allow (law BR-10). */
  'members-over-quota',
  /** Who stands in a Tổ that has ended: to be moved or ceased the same day (law BR-19). */
  'team-ended',
  /** Members who turn 70 or have, and nobody has looked into it since (law BR-24). */
  'age-review-due',
  /** Temporary residence and insurance of members that run out. */
  'document-expiring',
  /** Uniform and tools whose service life is over; tools, plates and certificates of who left (law BR-44). */
  'supply-due',
  'supply-unreturned',
  /** Terms that run: selection, cessation, dossiers of harm, supervision reports (law BR-39, 43, 81, 97). */
  'recruitment-due',
  'cessation-due',
  'claim-due',
  'supervision-report-due',
  /** A sentenced person whose supervisor serves no more. */
  'supervision-unattended',
  /** Two records that may be of one person: somebody is to judge. */
  'likely-duplicate',
  /** What somebody else has to decide. */
  'shift-waiting',
  'removal-waiting',
]);
export type PeopleWorkKind = z.infer<typeof PeopleWorkKind>;

export const peopleWorkRights: Readonly<Record<PeopleWorkKind, WorkRights>> = {
  'leader-vacant': { seenBy: 'person.read', closedBy: 'posting.write' },
  'team-under-strength': { seenBy: 'person.read', closedBy: 'posting.write' },
  'members-over-quota': { seenBy: 'person.read', closedBy: 'posting.write' },
  'team-ended': { seenBy: 'person.read', closedBy: 'posting.write' },
  'age-review-due': { seenBy: 'person-profile.read', closedBy: 'posting.write' },
  'document-expiring': { seenBy: 'person-profile.read', closedBy: 'person.write' },
  'supply-due': { seenBy: 'person-profile.read', closedBy: 'posting.write' },
  'supply-unreturned': { seenBy: 'person-profile.read', closedBy: 'posting.write' },
  'recruitment-due': { seenBy: 'recruitment.read', closedBy: 'recruitment.write' },
  'cessation-due': { seenBy: 'person-profile.read', closedBy: 'posting.write' },
  'claim-due': { seenBy: 'claim.read', closedBy: 'claim.write' },
  'supervision-report-due': { seenBy: 'supervision.read', closedBy: 'supervision.write' },
  'supervision-unattended': { seenBy: 'supervision.read', closedBy: 'supervision.write' },
  'shift-waiting': { seenBy: 'duty.read', closedBy: 'duty.approve' },
  'likely-duplicate': { seenBy: 'person.write', closedBy: 'person.write' },
  'removal-waiting': { seenBy: 'person.remove', closedBy: 'person.remove' },
};

export const PeopleWorkEntry = workEntryOf(PeopleWorkKind);
export type PeopleWorkEntry = z.infer<typeof PeopleWorkEntry>;

export const getPeopleWork = operation('personnel.work.count', {
  http: 'GET /people/worklist',
  allow: 'signed-in',
  summary: 'What is due, wrong or waiting about the people of my area, by kind',
  input: workCountQuestion,
  output: z.object({ entries: z.array(PeopleWorkEntry) }),
  deadline: 10_000,
});

export const PeopleWorkItem = workItemOf(
  z.enum([
    'unit',
    'team',
    'person',
    'duplicate',
    'recruitment',
    'cessation',
    'claim',
    'supervision',
    'shift',
  ]),
);
export type PeopleWorkItem = z.infer<typeof PeopleWorkItem>;

export const listPeopleWork = operation('personnel.work.list', {
  http: 'GET /people/worklist/:kind',
  allow: 'signed-in',
  summary: 'Everything of one kind that is to be done about people, oldest first',
  input: workListQuestion(PeopleWorkKind),
  output: pageOf(PeopleWorkItem),
  deadline: 10_000,
});

export const countPeopleWorkByUnit = operation('personnel.work.count-by-unit', {
  http: 'GET /people/worklist/counts',
  allow: 'signed-in',
  summary: 'How much work about people waits in each unit of a level of my area',
  input: workByUnitQuestion(PeopleWorkKind),
  output: WorkByUnit,
  deadline: 10_000,
});
