import type { ReportCycle, ReportTiming, ReportWindow } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';

/** Days that a report is about, the last one included; `due` where a document names it. */
export type Window = {
  name: string;
  from: PlainDate;
  to: PlainDate;
  dates: { cutOffOn: PlainDate; due: PlainDate } | null;
};

const months: Partial<Record<ReportCycle, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** A month as a number, so that months are counted like anything else. */
const ordinal = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** A day of a month; where the month is shorter, its last one. */
export function dayOf(month: number, day: number): PlainDate {
  const first = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(addDays(first, 31).slice(0, 8) + '01', -1);
  const wanted = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return wanted > last ? last : wanted;
}

/** The day of as many months after the one of `day`. */
export function dayOfMonthAfter(day: PlainDate, after: number, dayOfMonth: number): PlainDate {
  return dayOf(ordinal(day) + after, dayOfMonth);
}

/** The windows that end on a day from `first` to before `next`, in their order. */
export function windowsOf(
  { cycle, window, dates }: Pick<ReportTiming, 'cycle' | 'window' | 'dates'>,
  first: PlainDate,
  next: PlainDate,
): Window[] {
  const ends = (to: PlainDate) => first <= to && to < next;
  if (cycle === 'dates') {
    return dates
      .map(({ name, from, to, cutOffOn, due }) => ({ name, from, to, dates: { cutOffOn, due } }))
      .filter(({ to }) => ends(to))
      .sort((a, b) => (a.to < b.to ? -1 : 1));
  }
  const length = months[cycle];
  if (!length || !window) return [];
  const windows: Window[] = [];
  for (let month = ordinal(first); month <= ordinal(next); month += 1) {
    if (!closes(month, length, window)) continue;
    const { startDay } = window;
    // From the 15th to the 14th; from the 1st, to the end of the month itself.
    const to = startDay === 1 ? dayOf(month, 31) : dayOf(month, startDay - 1);
    const from = dayOf(month - length + (startDay === 1 ? 1 : 0), startDay);
    if (ends(to)) windows.push({ name: nameOf(cycle, month), from, to, dates: null });
  }
  return windows;
}

/** Does a cycle end in the month? Quarters and half-years are the calendar's; a year ends where it begins. */
function closes(month: number, length: number, { startDay, startMonth }: ReportWindow): boolean {
  if (length < 12) return (month + 1) % length === 0;
  const begins = startMonth ?? (startDay === 1 ? 1 : 12);
  return (month - (begins - 1) + (startDay === 1 ? 1 : 0)) % 12 === 0;
}

/** A window has the name of the month, quarter or year that it ends in. */
function nameOf(cycle: ReportCycle, month: number): string {
  const [year, index] = [Math.floor(month / 12), month % 12];
  if (cycle === 'month') return `${year}-${String(index + 1).padStart(2, '0')}`;
  if (cycle === 'quarter') return `${year}-Q${Math.floor(index / 3) + 1}`;
  if (cycle === 'half-year') return `${year}-H${Math.floor(index / 6) + 1}`;
  return String(year);
}
