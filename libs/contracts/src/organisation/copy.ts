import { event, operation, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { Level } from './unit.ts';

/** What other services keep copies of. A quota goes with its commune: all quotas and surpluses of it. */
export const CopyNoun = z.enum(['unit', 'team', 'quota']);
export type CopyNoun = z.infer<typeof CopyNoun>;

/** A unit with its names, places in the tree and tags on all days. */
export const UnitCopy = z.object({
  id: z.uuid(),
  level: Level,
  versions: z.array(Validity.extend({ kind: z.string(), code: z.string(), name: z.string() })),
  parents: z.array(Validity.extend({ parentId: z.uuid() })),
  tags: z.array(Validity.extend({ tag: z.string() })),
});
export type UnitCopy = z.infer<typeof UnitCopy>;

/** A team with its area of responsibility on all days. */
export const TeamCopy = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  foundedOn: PlainDate,
  dissolvedOn: PlainDate.nullable(),
  villages: z.array(Validity.extend({ villageId: z.uuid() })),
});
export type TeamCopy = z.infer<typeof TeamCopy>;

/** What decisions give a commune, and what it may lawfully have above that (law BR-10), on all days. */
export const QuotaCopy = z.object({
  /** The commune. */
  id: z.uuid(),
  quotas: z.array(
    Validity.extend({
      id: z.uuid(),
      number: z.string(),
      teams: z.number().int(),
      members: z.number().int(),
    }),
  ),
  surpluses: z.array(
    Validity.extend({
      id: z.uuid(),
      teamId: z.uuid().nullable(),
      /** Members above the quota. */
      members: z.number().int(),
    }),
  ),
});
export type QuotaCopy = z.infer<typeof QuotaCopy>;

/** Ids in one message; a copy of a unit takes some hundred bytes. */
export const copiesAtOnce = 500;
const ids = z.array(z.uuid()).max(copiesAtOnce);

/** These are no longer what they were. Told by the database itself, whatever changed them. */
export const copiesChanged = event(
  'organisation.copies-changed.v1',
  z.object({ noun: CopyNoun, ids }),
  { audited: false },
);

export const readCopies = operation('organisation.copy.read', {
  allow: 'services',
  summary: 'Units, teams and quotas as they are now, for a service that keeps copies',
  input: z.strictObject({ noun: CopyNoun, ids }),
  output: z.object({
    units: z.array(UnitCopy),
    teams: z.array(TeamCopy),
    quotas: z.array(QuotaCopy),
  }),
  deadline: 20_000,
});

export const listCopies = operation('organisation.copy.list', {
  allow: 'services',
  summary: 'The ids of everything that is copied, to take it all again',
  input: z.strictObject({ noun: CopyNoun, after: z.uuid().optional() }),
  output: z.object({ ids }),
  deadline: 20_000,
});

/** Rows by what they tell; owner and copy agree when these do. */
export const CopyCounts = z.object({
  units: z.number().int(),
  versions: z.number().int(),
  parents: z.number().int(),
  tags: z.number().int(),
  teams: z.number().int(),
  villages: z.number().int(),
  quotas: z.number().int(),
  surpluses: z.number().int(),
});
export type CopyCounts = z.infer<typeof CopyCounts>;

export const countCopies = operation('organisation.copy.count', {
  allow: 'services',
  summary: 'How much there is of what is copied',
  input: z.strictObject({}),
  output: CopyCounts,
  deadline: 20_000,
});
