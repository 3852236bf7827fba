import type { Payroll, PayrollAct, PayrollLine, PayrollStep } from '@antt/contracts';
import { addDays, daysOf, type Period, type PlainDate } from '@antt/kernel';

/** Stages in the order in which a run goes through them, and the step that leads to each. */
export const stages = [
  { state: 'calculated', step: 'calculate' },
  { state: 'submitted', step: 'submit' },
  { state: 'approved', step: 'approve' },
  { state: 'paid', step: 'pay' },
  { state: 'closed', step: 'close' },
] as const satisfies { state: Payroll['state']; step: PayrollStep }[];

export type Stage = {
  state: (typeof stages)[number]['state'];
  reached: boolean;
  /** Where the run stands now. */
  current: boolean;
  /** Who led it here last; of a calculation only when. */
  by: string | null;
  at: string | null;
};

type Run = Pick<Payroll, 'state' | 'calculatedAt'> & { acts: readonly PayrollAct[] };

/** How far a run has come. What a return took back is no longer reached. */
export function stagesOf({ state, calculatedAt, acts }: Run): Stage[] {
  const returned = acts.findLastIndex(({ step }) => step === 'return');
  const since = acts.slice(returned + 1);
  const last = state === 'reversed' ? furthest(since, calculatedAt) : placeOf(state);
  return stages.map((stage, place) => {
    const act = since.findLast(({ step }) => step === stage.step);
    const reached = place <= last;
    return {
      state: stage.state,
      reached,
      current: place === last && state !== 'reversed',
      by: (reached && place > 0 && act?.by) || null,
      at: reached ? (place === 0 ? calculatedAt : (act?.at ?? null)) : null,
    };
  });
}

const placeOf = (state: string) => stages.findIndex((stage) => stage.state === state);

function furthest(acts: readonly PayrollAct[], calculatedAt: string | null): number {
  const places = acts
    .filter(({ step }) => step !== 'calculate')
    .map(({ step }) => stages.findIndex((stage) => stage.step === step));
  return Math.max(calculatedAt === null ? -1 : 0, ...places);
}

/** The last act, where it explains why a run is not where it was: it was sent back, or reversed. */
export function takenBack({ state, acts }: Pick<Run, 'state' | 'acts'>): PayrollAct | null {
  const act = acts.findLast(({ step }) => step !== 'calculate');
  const explains =
    (act?.step === 'return' && (state === 'calculated' || state === 'draft')) ||
    (act?.step === 'reverse' && state === 'reversed');
  return explains ? act : null;
}

/** The month that ended last. */
export function lastEnded(today: PlainDate): Period {
  return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}

/** The latest ended month that has no run of these; the last ended one where all of the last year have. */
export function monthDue(today: PlainDate, months: ReadonlySet<Period>): Period {
  const last = lastEnded(today);
  let month = last;
  for (let n = 0; n < 12; n += 1) {
    if (!months.has(month)) return month;
    month = monthBefore(month);
  }
  return last;
}

export const monthBefore = (month: Period): Period => addDays(daysOf(month).from, -1).slice(0, 7);

/** Lines with which another person (or team) begins: only they say whose they are. */
export function beginnings(lines: readonly PayrollLine[]): ReadonlySet<string> {
  const owner = ({ personId, teamId }: PayrollLine) => personId ?? teamId;
  return new Set(
    lines.filter((line, n) => n === 0 || owner(lines[n - 1]!) !== owner(line)).map(({ id }) => id),
  );
}

/** Whose pay is held, also where the first of their lines goes to the insurance. */
export const heldPeople = (lines: readonly PayrollLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ aside, personId }) => (aside === 'held' && personId ? [personId] : [])));
