import { addDays } from './calendar.ts';
import type { PlainDate } from './plain-date.ts';

/** Days that a calendar of weeks alone gets wrong. */
export type WorkingCalendar = {
  /** Public holidays, their compensatory days and days off in exchange. */
  off: ReadonlySet<PlainDate>;
  /** Saturdays and Sundays worked in exchange. */
  worked: ReadonlySet<PlainDate>;
};

/** Weeks alone, for whoever has no holidays at hand. */
export const weekdaysOnly: WorkingCalendar = { off: new Set(), worked: new Set() };

/** State offices work from Monday to Friday, but on holidays, and on a weekend worked in exchange. */
export function isWorkingDay(day: PlainDate, { off, worked }: WorkingCalendar): boolean {
  if (worked.has(day)) return true;
  return !off.has(day) && !isWeekend(day);
}

/**
 * The last day of a term of so many working days. The day of the event itself is not counted (Civil Code 2015
 * Art. 147.1), so a term of one day from a Friday ends on Monday; a term of none ends on its own day.
 */
export function addWorkingDays(day: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  const step = days < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to `to`, that one included; negative when `to` lies before. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: WorkingCalendar,
): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    if (isWorkingDay(at, calendar)) count += 1;
  }
  return count;
}

/** The day itself where it is a working day, else the next one. */
export function sameOrNextWorkingDay(day: PlainDate, calendar: WorkingCalendar): PlainDate {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

function isWeekend(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
