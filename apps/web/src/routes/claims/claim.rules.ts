import type { Claim, ClaimTerm, Shift } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

const dayMs = 86_400_000;

/** The step that is owed next, and by when; nothing once it is decided, or while papers are missing. */
export function nextTerm({ terms, state }: Pick<Claim, 'terms' | 'state'>): ClaimTerm | undefined {
  if (state === 'granted' || state === 'refused') return undefined;
  return terms.find(({ done }) => done === null);
}

/** By how many days of the calendar a step is or was late. */
export function daysLate({ due, done }: Pick<ClaimTerm, 'due' | 'done'>, on: PlainDate): number {
  return Math.max(0, (Date.parse(done ?? on) - Date.parse(due)) / dayMs);
}

/** Whether a shift that stands covers a moment (law BR-58). */
export function covers({ startsAt, endsAt, state }: Shift, moment: string): boolean {
  const at = Date.parse(moment);
  const stands = state === 'recorded' || state === 'approved';
  return stands && Date.parse(startsAt) <= at && at <= Date.parse(endsAt);
}
