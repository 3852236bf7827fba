import { PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Level } from './organisation/unit.ts';
import { Permission } from './role.ts';

/** Who sees a kind of work, and whose work it is. */
export type WorkRights = { seenBy: Permission; closedBy: Permission };

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

/** The question for how much work waits in each unit of a level, of one kind or of all that the asker sees. */
export function workByUnitQuestion<K extends z.ZodType<string>>(kind: K) {
  return z.strictObject({ ...asked, level: Level.default('commune'), kind: kind.optional() });
}

/**
 * How much work waits in units. Each thing counts once, in the unit that it concerns and so in what lies over it;
 * a unit without any is left out.
 */
export const WorkByUnit = z.object({
  items: z.array(z.object({ unitId: z.uuid(), count: z.number().int().positive() })),
  /** As many as the list has, those in no unit of the level among them. */
  total: z.number().int(),
});
export type WorkByUnit = z.infer<typeof WorkByUnit>;
