import { z } from 'zod';
import { isDay, isoDay } from './calendar.ts';

/** A calendar day as ISO text (`2025-07-01`), never a `Date`: the law knows days, not instants. */
export const PlainDate = z
  .string()
  .regex(isoDay)
  .refine(isDay, { message: 'no-such-day' })
  .meta({ format: 'date', example: '2025-07-01' });
export type PlainDate = z.infer<typeof PlainDate>;

/**
 * When a dated version holds: from `validFrom` (included) to `validTo` (excluded; null = still holds).
 */
export const Validity = z.object({ validFrom: PlainDate, validTo: PlainDate.nullable() });
export type Validity = z.infer<typeof Validity>;

/** Does the version hold on that day? */
export function holdsOn({ validFrom, validTo }: Validity, on: PlainDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo);
}
