import { addDays, type PlainDate } from '@antt/kernel';

/** The next day from Monday to Friday, that day included; holidays are the service's to know. */
export function weekday(day: PlainDate): PlainDate {
  const of = new Date(`${day}T00:00:00Z`).getUTCDay();
  return of === 6 ? addDays(day, 2) : of === 0 ? addDays(day, 1) : day;
}

/** Days of receipt that leave time to issue and post the plan, and two weeks to hand in a file. */
export function usualDays(draftedOn: PlainDate): { receiveFrom: PlainDate; receiveTo: PlainDate } {
  const receiveFrom = weekday(addDays(draftedOn, 3));
  return { receiveFrom, receiveTo: weekday(addDays(receiveFrom, 14)) };
}
