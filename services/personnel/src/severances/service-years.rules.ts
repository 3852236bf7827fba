import { addDays, type PlainDate } from '@antt/kernel';

export type ServicePeriod = { from: PlainDate; to: PlainDate };

/**
 * Whole months of service, broken service added up (law BR-57): months of each period by the calendar, and
 * what is left of days, thirty to a month; fifteen days left count as a month.
 */
export function monthsOf(periods: readonly ServicePeriod[]): number {
  let months = 0;
  let days = 0;
  for (const { from, to } of periods) {
    const whole = wholeMonths(from, to);
    months += whole;
    days += daysBetween(monthsAfter(from, whole), to);
  }
  return months + Math.floor(days / 30) + (days % 30 >= 15 ? 1 : 0);
}

/** Halves of a year: up to 6 months over a whole year are one half, more are two. */
export function halvesOf(months: number): number {
  const rest = months % 12;
  return Math.floor(months / 12) * 2 + (rest === 0 ? 0 : rest <= 6 ? 1 : 2);
}

/** `7` halves as `3.5`: never a float that money is reckoned with. */
export function asYears(halves: number): string {
  return `${Math.floor(halves / 2)}${halves % 2 === 1 ? '.5' : ''}`;
}

function wholeMonths(from: PlainDate, to: PlainDate): number {
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return Math.max(0, monthsAfter(from, months) > to ? months - 1 : months);
}

/** The same day so many months later, or the last one of a shorter month. */
function monthsAfter(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10);
  const same = addDays(first, date - 1);
  return same < next ? same : addDays(next, -1);
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
