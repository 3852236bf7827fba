import { z } from 'zod';

/** Why somebody left a former force; resolutions exclude some (law §4.4). */
export const SeveranceGround = z.enum(['reorganised', 'good-reason', 'own-accord', 'dismissed']);
export type SeveranceGround = z.infer<typeof SeveranceGround>;

const dutyHours = z.number().min(0).max(24);

/** What a line counts. */
export const PayBasis = z.discriminatedUnion('per', [
  z.strictObject({ per: z.literal('month'), prorated: z.boolean().default(true) }),
  /** Once a year; who begins later in the year is paid the months that are left, or nothing. */
  z.strictObject({
    per: z.literal('year'),
    paidIn: z.int().min(1).max(12),
    newcomers: z.enum(['months-left', 'whole', 'nothing']).default('months-left'),
  }),
  /** By the night or day of approved duty (Art. 23.2; law BR-52, BR-53). */
  z.strictObject({
    per: z.literal('duty'),
    duty: z.enum(['night', 'rest-day', 'holiday', 'heavy', 'working-day', 'any-day']),
    /** Fewest hours of the night (22:00 to 06:00) or day. */
    leastHours: dutyHours.default(0),
    /** Do hours from 22:00 to 06:00 count for a day? Else they are the night's alone, which has its own line. */
    nightHours: z.boolean().default(false),
    /** Only under an order or plan. */
    needsOrder: z.boolean().default(true),
    outOfArea: z.boolean().default(false),
  }),
  /** By the day of training (Art. 23.2.a). */
  z.strictObject({ per: z.literal('training-day') }),
  /** By the team, not by the person. */
  z.strictObject({ per: z.literal('team-month') }),
  z.strictObject({ per: z.literal('team-year'), paidIn: z.int().min(1).max(12) }),
  /** Once, when a dossier is granted; `per-percent` counts points of lost capacity above `above`. */
  z.strictObject({
    per: z.literal('case'),
    event: z.enum(['treatment', 'treatment-day', 'disability', 'disability-percent', 'death']),
    /** Points of lost capacity that the first lump covers; it is for who lost as many. */
    above: z.int().min(0).max(100).default(0),
  }),
  /** By the year of service in former forces (law BR-57, BR-104). */
  z.strictObject({
    per: z.literal('service-year'),
    /** Most months of the allowance. */
    mostMonths: z.number().positive().optional(),
    leastYears: z.number().min(0).default(0),
    /** The last one, the highest of several, or the average of the last `averageMonths`, else of all the service. */
    allowance: z.enum(['last', 'highest', 'average']).default('last'),
    averageMonths: z.int().min(1).max(600).optional(),
    /** Up to 6 months over a year are half a year, more a whole one; only full years; or by the month. */
    rounding: z.enum(['half-years', 'full-years', 'months']).default('half-years'),
    /** Only the longest service without a break, instead of all of it added up. */
    continuous: z.boolean().default(false),
    /** Who left so gets none. */
    notFor: z.array(SeveranceGround).max(4).default(['own-accord', 'dismissed']),
  }),
]);
export type PayBasis = z.infer<typeof PayBasis>;
