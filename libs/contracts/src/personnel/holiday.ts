import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * A day that the week alone gets wrong: a public holiday or a day off in its place (Labour Code 2019 Art. 111.3,
 * 112), or a weekend day worked in exchange. Terms in working days are reckoned by it.
 */
export const Holiday = z.object({
  id: z.uuid(),
  day: PlainDate,
  name: z.string().trim().min(1).max(200),
  /** The law, decision or notice that says so. */
  source: z.string().trim().min(1).max(300),
  /** Whose offices keep it, with all units below; null for the whole country. */
  unitId: z.uuid().nullable(),
  /** A Saturday or Sunday on which offices work in exchange. */
  worked: z.boolean(),
});
export type Holiday = z.infer<typeof Holiday>;

export const listHolidays = operation('personnel.holiday.list', {
  http: 'GET /holidays',
  allow: 'person.read',
  summary: 'Public holidays and days worked in exchange, of the country and of single units',
  input: z.strictObject({
    from: PlainDate.optional(),
    /** The last day, included. */
    to: PlainDate.optional(),
    /** Only what holds for this unit: the country's and those of the units that it lies in. */
    within: z.uuid().optional(),
  }),
  output: pageOf(Holiday.extend({ unitName: z.string() })),
});

export const setHoliday = operation('personnel.holiday.set', {
  http: 'POST /holidays',
  allow: 'setting.write',
  summary:
    'Say of a day that it is a holiday or worked in exchange, in place of what was said before',
  input: Holiday.strict(),
  output: Holiday,
});

export const removeHoliday = operation('personnel.holiday.remove', {
  http: 'DELETE /holidays/:id',
  allow: 'setting.write',
  summary: 'Make a holiday a day like others again',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ removed: z.boolean() }),
});

export const holidaySet = event('personnel.holiday-set.v1', Holiday);
export const holidayRemoved = event('personnel.holiday-removed.v1', Holiday);
