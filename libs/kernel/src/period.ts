import { z } from 'zod';
import { addDays } from './calendar.ts';
import type { PlainDate } from './plain-date.ts';

/** A month (`2025-07`). A reporting period is named by the month of its last day. */
export const Period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Period = z.infer<typeof Period>;

/** First day of the month, and the first day after it (half open). */
export function daysOf(period: Period): { from: PlainDate; to: PlainDate } {
  const from = `${period}-01`;
  const to = `${addDays(from, 31).slice(0, 7)}-01`;
  return { from, to };
}
