import { PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Permission } from './role.ts';

/** How much of a kind of work there is in an area on a day, and since when the oldest waits. */
export function workEntryOf<K extends z.ZodType<string>>(kind: K) {
  return z.object({
    kind,
    count: z.number().int(),
    /** The earliest `since` of its items. */
    oldest: PlainDate.nullable(),
    /** What closes it needs this permission … */
    closedBy: Permission,
    /** … which the asker holds: it is their own work, not only to be known. */
    mine: z.boolean(),
  });
}

/** One thing to do, with the page it is done on. */
export function workItemOf<N extends z.ZodType<string>>(noun: N) {
  return z.object({
    noun,
    id: z.uuid(),
    name: z.string(),
    /** The unit it concerns, and what lies over it. */
    unitId: z.uuid().nullable(),
    place: z.string().nullable(),
    /** Since when it waits; where a term runs, the term's last day. */
    since: PlainDate.nullable(),
  });
}

const asked = { on: PlainDate, within: z.uuid().optional() };

/** The question for the counts of a work list. */
export const workCountQuestion = z.strictObject(asked);

/** The question for the items of one kind, oldest first. */
export function workListQuestion<K extends z.ZodType<string>>(kind: K) {
  return z.strictObject({
    kind,
    ...asked,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  });
}
