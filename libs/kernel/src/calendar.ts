import type { PlainDate } from './plain-date.ts';

/** How a day is written: `2025-07-01`. */
export const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days beyond are slips of the pen; what is reckoned from a day needs years after it to exist. */
const years = { first: 1900, last: 2199 };

/** Is it a day of the calendar, written as `PlainDate`? For whoever needs no schema. */
export function isDay(text: string): boolean {
  const parts = isoDay.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < years.first || year > years.last) return false;
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The same day of another year; the 28th where there is no 29 February, as in PostgreSQL. */
export function addYears(day: PlainDate, years: number): PlainDate {
  const then = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return isDay(then) ? then : then.replace('-02-29', '-02-28');
}

/** The day `days` after `day` (before it when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const text = date.toISOString();
  // A year of more digits would sort before this one, and whoever counts days would never arrive.
  if (text.startsWith('+')) throw new RangeError(`no day ${days} days from ${day}`);
  return text.slice(0, 10);
}

/** Today in Viet Nam (UTC+7, no daylight saving). Call it only at the edges; inside, a day is an argument. */
export function today(clock: () => number = Date.now): PlainDate {
  return new Date(clock() + 7 * 3_600_000).toISOString().slice(0, 10);
}
