import {
  type Claim,
  type ClaimKind,
  type ClaimPaper,
  claimPapers,
  type ClaimTerm,
} from '@antt/contracts';
import { addWorkingDays, type PlainDate, type WorkingCalendar } from '@antt/kernel';

type Steps = {
  receivedOn: PlainDate;
  completedOn: PlainDate | null;
  appraisedOn: PlainDate | null;
  decidedOn: PlainDate | null;
};

/** Papers of the dossier that are not there yet. */
export function missingPapers(kind: ClaimKind, papers: readonly ClaimPaper[]): ClaimPaper[] {
  return claimPapers[kind].filter((paper) => !papers.includes(paper));
}

/** Which way a claim goes is decided by the day of receipt (law BR-82). */
export function routeOf(receivedOn: PlainDate, changeover: PlainDate): Claim['route'] {
  return receivedOn < changeover ? 'district' : 'commune';
}

/**
 * What is owed by when, in working days, from the day that the dossier was complete: by the commune 5 for the
 * appraisal and 2 more for the decision (law BR-81); the former way 2 to pass it on, 5 and 2 (law BR-82). A
 * step that is done moves the next one's term, one that is late does not lengthen it.
 */
export function termsOf(
  { completedOn, appraisedOn, decidedOn }: Steps,
  route: Claim['route'],
  calendar: WorkingCalendar,
): ClaimTerm[] {
  if (!completedOn) return [];
  const after = (day: PlainDate, days: number) => addWorkingDays(day, days, calendar);
  const forward = route === 'district' ? after(completedOn, 2) : null;
  const appraise = after(forward ?? completedOn, 5);
  return [
    ...(forward ? [{ step: 'forward' as const, due: forward, done: appraisedOn }] : []),
    { step: 'appraise', due: appraise, done: appraisedOn },
    { step: 'decide', due: after(appraisedOn ?? appraise, 2), done: decidedOn },
  ];
}
