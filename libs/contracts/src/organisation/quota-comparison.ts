import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

const side = z.object({
  villages: z.number().int().nullable(),
  teams: z.number().int(),
  members: z.number().int(),
});
const unit = z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() });
const compared = z.object({
  units: z.array(unit),
  figures: side.nullable(),
  /** Units beside those that the decision does not name: the figures are not the whole row's. */
  unnamed: z.array(unit).optional(),
});

/**
 * Communes that became one another between the two sides stand in one row, so that both totals stay exact:
 * nothing is apportioned.
 */
export const QuotaComparisonRow = z.object({
  before: compared,
  after: compared,
  parent: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
});
export type QuotaComparisonRow = z.infer<typeof QuotaComparisonRow>;

const named = z.object({
  on: PlainDate,
  instrument: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  total: side,
});

export const compareQuotas = operation('organisation.quota.compare', {
  http: 'GET /quotas/comparison',
  allow: 'quota.read',
  summary: 'Quotas of two days or two decisions side by side; reorganised communes by lineage',
  input: z.strictObject({
    /** A day, or the id of an instrument: then what it gave. */
    from: z.union([PlainDate, z.uuid()]),
    to: z.union([PlainDate, z.uuid()]),
    within: z.uuid().optional(),
  }),
  output: z.object({ from: named, to: named, items: z.array(QuotaComparisonRow) }),
  deadline: 10_000,
});
