import type { ReportKindDefinition, ReportTiming, TimingWarning } from '@antt/contracts';
import {
  addDays,
  addWorkingDays,
  type PlainDate,
  sameOrNextWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '@antt/kernel';
import { dayOfMonthAfter, type Window, windowsOf } from './window.rules.ts';

/** The terms of a window. Days are the last ones on which something still holds. */
export type Terms = {
  cutOffOn: PlainDate;
  dueOn: PlainDate;
  closesOn: PlainDate;
  /** Between cut-off and due (Decree 09/2019/NĐ-CP Art. 8.5.b). */
  workingDays: number;
};

/** The moment at which a day has ended in Viet Nam (UTC+7, no daylight saving). */
export function endOf(day: PlainDate): string {
  return `${addDays(day, 1)}T00:00:00+07:00`;
}

export function termsOf(timing: ReportTiming, window: Window, calendar: WorkingCalendar): Terms {
  const cutOffOn = cutOffOf(timing, window);
  const dueOn = dueOf(timing, window, calendar);
  return {
    cutOffOn,
    dueOn,
    closesOn: addDays(dueOn, timing.graceDays),
    workingDays: workingDaysBetween(cutOffOn, dueOn, calendar),
  };
}

function cutOffOf({ cutOff }: ReportTiming, { to, dates }: Window): PlainDate {
  if (dates) return dates.cutOffOn;
  return cutOff?.by === 'day' ? dayOfMonthAfter(to, cutOff.months, cutOff.day) : to;
}

/** The last day in time. What a document names strictly ("trước ngày 15") ends the day before. */
function dueOf(
  { due, strict, rollOver }: ReportTiming,
  { to, dates }: Window,
  calendar: WorkingCalendar,
): PlainDate {
  if (!dates && due?.by === 'working-days') {
    return addDays(addWorkingDays(to, due.days, calendar), strict ? -1 : 0);
  }
  const named = dates?.due ?? (due?.by === 'day' ? dayOfMonthAfter(to, due.months, due.day) : to);
  const last = strict ? addDays(named, -1) : named;
  return rollOver ? sameOrNextWorkingDay(last, calendar) : last;
}

/** What is missing or contradicts itself, as the field's name; null where the timing can be reckoned. */
export function timingFault(timing: ReportTiming): keyof ReportTiming | null {
  const { cycle, window, cutOff, due, dates } = timing;
  if (cycle === 'dates') {
    const inOrder = dates.every(
      ({ from, to, cutOffOn, due: day }) => from <= to && from <= cutOffOn && cutOffOn <= day,
    );
    return dates.length === 0 || !inOrder ? 'dates' : null;
  }
  if (dates.length > 0) return 'dates';
  if (cycle === 'unset') return null;
  if (!window || (cycle === 'year') !== (window.startMonth !== null)) return 'window';
  if (!cutOff) return 'cutOff';
  if (!due) return 'due';
  return null;
}

/** Periodic kinds alone: what is asked for once follows who asks (reporting BR-36). */
export function timingWarnings(
  kind: Pick<ReportKindDefinition, 'nature'> & ReportTiming,
  { from, to }: { from: PlainDate; to: PlainDate },
  calendar: WorkingCalendar,
): TimingWarning[] {
  if (kind.nature !== 'periodic') return [];
  return windowsOf(kind, from, to)
    .map((window) => ({ name: window.name, ...termsOf(kind, window, calendar) }))
    .filter(({ workingDays }) => workingDays < 1)
    .map(({ name, cutOffOn, dueOn, workingDays }) => ({ name, cutOffOn, dueOn, workingDays }));
}
