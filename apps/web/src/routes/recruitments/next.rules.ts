import type { Application, Recruitment, RecruitmentClock, RecruitmentStep } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { weekday } from './plan.rules.ts';

/** An act that can be done next, or taking a file; a `wait` says why not yet, and from which day where one is known. */
export type NextAct = {
  act: RecruitmentStep | 'application';
  clock: RecruitmentClock | null;
  wait: { why: 'window' | 'receiving' | 'posting' | 'files'; from: PlainDate | null } | null;
};

type Known = Pick<
  Recruitment,
  'next' | 'acts' | 'clocks' | 'candidates' | 'receiveFrom' | 'receiveTo' | 'firstMeetingDay'
>;

/** What comes next on a day: what can be done stands first, closing without candidates always last. */
export function nextActsOf(recruitment: Known, today: PlainDate): NextAct[] {
  const { next, clocks, candidates } = recruitment;
  const hasFile = candidates.some(({ complete }) => complete);
  const acts: NextAct['act'][] = next.filter((step) => !(step === 'closed' && hasFile));
  if (takesFiles(recruitment)) acts.splice(acts.indexOf('posted') + 1, 0, 'application');
  const found = acts.map((act) => ({
    act,
    clock: clocks.find(({ step, doneOn }) => step === act && doneOn === null) ?? null,
    wait: waitOf(act, recruitment, today),
  }));
  const rank = ({ act, wait }: NextAct) => {
    if (act === 'closed') return 3;
    if (wait) return 2;
    // Once the days of receiving are over, a file that is still to be recorded comes after the list.
    return act === 'application' && today > recruitment.receiveTo && hasFile ? 1 : 0;
  };
  return found.sort((one, other) => rank(one) - rank(other));
}

/**
 * The day that a form of an act begins with: today, as long as the plan's own days last; after them the first on
 * which it could be done, since what is recorded afterwards was done within them.
 */
export function usualDay(
  step: RecruitmentStep,
  { acts, draftedOn, receiveFrom, receiveTo, meetingOn }: Recruitment,
  today: PlainDate,
): PlainDate {
  const dayOf = (done: RecruitmentStep) => acts.find(({ act }) => act.step === done)?.act.on;
  const firsts: Partial<Record<RecruitmentStep, PlainDate | undefined>> = {
    issued: draftedOn,
    posted: dayOf('issued'),
    'list-approved': weekday(addDays(receiveTo, 1)),
    'list-posted': dayOf('list-approved'),
    'council-set': dayOf('list-posted') ?? dayOf('list-approved'),
  };
  const first = firsts[step];
  const last = step === 'issued' || step === 'posted' ? receiveFrom : meetingOn;
  return first && first < today && last < today ? first : today;
}

/** Files are taken from the issue of the plan until the list is approved. */
export function takesFiles({ acts }: Pick<Recruitment, 'acts'>): boolean {
  const has = (step: RecruitmentStep) => acts.some(({ act }) => act.step === step);
  return has('issued') && !has('list-approved') && !has('closed');
}

/** Whoever may still be recognised: not left off the approved list, and not passed over by the votes. */
export function isInPlay(
  { acts }: Pick<Recruitment, 'acts'>,
  { listed, outcome }: Pick<Application, 'listed' | 'outcome'>,
): boolean {
  if (outcome !== null) return outcome === 'selected';
  return listed || !acts.some(({ act }) => act.step === 'list-approved');
}

/** Until the decision the files of candidates are completed. */
export function completesFiles({ acts }: Pick<Recruitment, 'acts'>): boolean {
  return !acts.some(({ act }) => act.step === 'decided' || act.step === 'closed');
}

function waitOf(act: NextAct['act'], known: Known, today: PlainDate): NextAct['wait'] {
  const { receiveFrom, receiveTo, firstMeetingDay, candidates } = known;
  const isIssued = known.acts.some((one) => one.act.step === 'issued');
  if (act === 'application' && today < receiveFrom) return { why: 'window', from: receiveFrom };
  if ((act === 'list-approved' || (act === 'closed' && isIssued)) && today <= receiveTo) {
    return { why: 'receiving', from: addDays(receiveTo, 1) };
  }
  if (act === 'list-approved' && !candidates.some(({ complete }) => complete)) {
    return { why: 'files', from: null };
  }
  if (act === 'met' && firstMeetingDay !== null && today < firstMeetingDay) {
    return { why: 'posting', from: firstMeetingDay };
  }
  return null;
}
