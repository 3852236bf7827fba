import { z } from 'zod';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function exists(text: string): boolean {
  const parts = pattern.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A calendar day as ISO text (`2025-07-01`), never a `Date`: the law knows days, not instants. */
export const PlainDate = z
  .string()
  .regex(pattern)
  .refine(exists, { message: 'no-such-day' })
  .meta({ format: 'date', example: '2025-07-01' });
export type PlainDate = z.infer<typeof PlainDate>;

/** The day `days` after `day` (before it when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Today in Viet Nam (UTC+7, no daylight saving). Call it only at the edges; inside, a day is an argument. */
export function today(clock: () => number = Date.now): PlainDate {
  return new Date(clock() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * When a dated version holds: from `validFrom` (included) to `validTo` (excluded; null = still holds).
 */
export const Validity = z.object({ validFrom: PlainDate, validTo: PlainDate.nullable() });
export type Validity = z.infer<typeof Validity>;

/** Does the version hold on that day? */
export function holdsOn({ validFrom, validTo }: Validity, on: PlainDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo);
}
