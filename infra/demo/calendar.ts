import { addDays, type PlainDate } from '@antt/kernel';
import type { Random } from './random.ts';

/** The day on which Law 30/2023/QH15 came into force, and the demo begins. */
export const beginning: PlainDate = '2024-07-01';
/** The day from which there are no districts, and Bắc Ninh takes Bắc Giang in. */
export const merger: PlainDate = '2025-07-01';

/** The day of the new map of villages (Decree 185/2026/NĐ-CP). */
export const villageReform: PlainDate = '2026-07-01';
/** Nothing is decided about single teams while their villages are about to change. */
export const lastBeforeReform: PlainDate = '2026-06-12';

/** That day, or the Friday before it: decisions are not signed at weekends. */
export function workingDay(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
}

export function workday(random: Random, from: PlainDate, to: PlainDate): PlainDate {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return workingDay(addDays(from, random.int(0, days)));
}
