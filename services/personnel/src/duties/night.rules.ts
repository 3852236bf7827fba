import type { NightPart } from '@antt/contracts';
import { addDays, today } from '@antt/kernel';

const minute = 60_000;
const hour = 60 * minute;

/**
 * The nights of a shift and its minutes in each: 22:00 to 06:00 in Viet Nam, one night across midnight (Law
 * 30/2023/QH15 Art. 23.2.b, law BR-52). A shift that touches two evenings has two.
 */
export function nightsOf(startsAt: Date, endsAt: Date): NightPart[] {
  const nights: NightPart[] = [];
  const last = dayOf(endsAt);
  for (let night = addDays(dayOf(startsAt), -1); night <= last; night = addDays(night, 1)) {
    const from = Date.parse(`${night}T22:00:00+07:00`);
    const shared = Math.min(endsAt.getTime(), from + 8 * hour) - Math.max(startsAt.getTime(), from);
    if (shared >= minute) nights.push({ night, minutes: Math.floor(shared / minute) });
  }
  return nights;
}

/** The day in Viet Nam. */
export function dayOf(moment: Date): string {
  return today(() => moment.getTime());
}

/** The days in Viet Nam that a shift has a part in; midnight at its end begins none. */
export function daysOf(startsAt: Date, endsAt: Date): string[] {
  const [first, last] = [dayOf(startsAt), dayOf(new Date(endsAt.getTime() - 1))];
  return first === last ? [first] : [first, last];
}

/** What a clock in Viet Nam shows, `02:00`. */
export function clockOf(moment: Date): string {
  return new Date(moment.getTime() + 7 * hour).toISOString().slice(11, 16);
}

/** Served to its end; until then a shift is a plan. */
export function isOver(endsAt: Date, now: number): boolean {
  return endsAt.getTime() <= now;
}

export function minutesOf(startsAt: Date, endsAt: Date): number {
  return Math.floor((endsAt.getTime() - startsAt.getTime()) / minute);
}
