import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Apportioning } from './apportioning.ts';

const count = z.number().int().min(0).max(100_000);

/**
 * What a decision gives a commune (Law 30/2023/QH15 Art. 14.4): stored from the decision, never computed
 * (law BR-20). `members` counts all positions; the split by position may be missing.
 */
export const Quota = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  instrumentId: z.uuid(),
  villages: count.nullable(),
  teams: count,
  members: count,
  leaders: count.nullable(),
  deputies: count.nullable(),
  ordinary: count.nullable(),
  note: z.string().max(500),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type Quota = z.infer<typeof Quota>;

export const QuotaRow = Quota.extend({
  /** Null where several decisions make up a restated row. */
  instrumentId: z.uuid().nullable(),
  /** Null in a restated row, whose `id` is its unit's. */
  validFrom: PlainDate.nullable(),
  unit: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
  /** The unit above the commune that day: a district until 30 June 2025, the province after. */
  parent: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
  /** Teams active that day. */
  active: z.number().int(),
  /** Members in service that day; null until the personnel service tells. */
  serving: z.number().int().nullable().optional(),
  /** What the criteria come to; a number that a missing figure leaves open is null, and so is all without any. */
  norm: z
    .object({ teams: z.number().int().nullable(), members: z.number().int().nullable() })
    .nullable()
    .optional(),
  /** Teams that may stand above the quota that day, and until when: a recorded roadmap (law BR-10). */
  surplus: z.object({ teams: z.number().int(), until: PlainDate }).nullable().optional(),
  /** Only when restated: figures that were shared out, and the communes of the day that it is made of. */
  restated: z
    .object({
      apportioned: z.array(z.string()),
      of: z.array(
        z.object({ id: z.uuid(), kind: z.string(), name: z.string(), whole: z.boolean() }),
      ),
    })
    .optional(),
});
export type QuotaRow = z.infer<typeof QuotaRow>;

export const listQuotas = operation('organisation.quota.list', {
  http: 'GET /quotas',
  allow: 'quota.read',
  summary: 'Quotas in force on a day (or of one decision), with the teams active then',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    instrumentId: z.uuid().optional(),
    /** The same quotas in the units of this day (law BR-08). */
    restate: PlainDate.optional(),
    apportioning: Apportioning.optional(),
    cursor: z.string().max(200).optional(),
    /** Left out: all of them, as an annex lists them. */
    limit: z.coerce.number().int().min(1).max(5_000).optional(),
  }),
  output: pageOf(QuotaRow).extend({
    /** Of all of them, whatever the page. */
    totals: z.object({
      villages: z.number().int(),
      teams: z.number().int(),
      members: z.number().int(),
      active: z.number().int(),
    }),
    /** Only when restated: communes whose successors are not known; they are in the totals alone. */
    unplaced: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })).optional(),
  }),
  deadline: 20_000,
});

export const setQuota = operation('organisation.quota.set', {
  http: 'POST /quotas',
  allow: 'quota.write',
  summary: "Give a commune its quota from a decision's day on; the standing one ends there",
  input: z.strictObject({
    id: z.uuid(),
    unitId: z.uuid(),
    instrumentId: z.uuid(),
    villages: count.nullable().default(null),
    teams: count,
    members: count,
    leaders: count.nullable().default(null),
    deputies: count.nullable().default(null),
    ordinary: count.nullable().default(null),
    note: z.string().max(500).default(''),
    validFrom: PlainDate,
  }),
  output: Quota,
});

export const quotaSet = event('organisation.quota-set.v1', Quota);
export const quotasImported = event(
  'organisation.quotas-imported.v1',
  z.object({
    jobId: z.string(),
    instrumentId: z.uuid(),
    validFrom: PlainDate,
    counts: z.record(z.string(), z.number()),
  }),
);
