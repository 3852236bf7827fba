import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';

/** A dated value from outside that policies refer to: its measure, and what its rows differ by. */
type RateTable = { measure: 'vnd' | 'percent'; keys: readonly string[]; basis: string };

const table = (
  measure: RateTable['measure'],
  keys: readonly string[],
  basis: string,
): RateTable => ({
  measure,
  keys,
  basis,
});

/**
 * Tables that a policy may multiply by (policy shape 58). The key of a row is the wage region of a commune, or
 * the group that somebody belongs to; a table without keys has one row a day.
 */
export const rateTables = {
  /** Mức lương cơ sở, đồng a month (law BR-47). */
  'base-wage': table('vnd', [], 'Decree 73/2024/NĐ-CP, Decree 161/2026/NĐ-CP'),
  /** Lương tối thiểu vùng, đồng a month. */
  'regional-minimum-wage': table('vnd', ['1', '2', '3', '4'], 'Labour Code Art. 91'),
  /** Chuẩn nghèo nông thôn, đồng a month. */
  'rural-poverty-line': table('vnd', [], 'Decree 07/2021/NĐ-CP'),
  /** Mức đóng BHXH tự nguyện, per cent of the chosen income. */
  'social-insurance-rate': table('percent', [], 'Law 41/2024/QH15'),
  /** State share of voluntary social insurance (Decree 159/2025/NĐ-CP; law BR-50). */
  'state-share': table(
    'percent',
    ['poor', 'near-poor', 'minority', 'other'],
    'Decree 159/2025/NĐ-CP Art. 5',
  ),
  /** Mức đóng BHYT hộ gia đình of the first person, đồng a month. */
  'health-insurance-price': table('vnd', [], 'Law on health insurance'),
  /** Mức đóng BHYT, per cent. */
  'health-insurance-rate': table('percent', [], 'Law on health insurance'),
  /** Tiền ăn cơ bản của chiến sĩ nghĩa vụ CAND, đồng a day (law BR-55). */
  'conscript-meal': table('vnd', [], 'Law 30/2023/QH15 Art. 23.2.a'),
} as const satisfies Record<string, RateTable>;

export const RateTableName = z.enum(
  Object.keys(rateTables) as [keyof typeof rateTables, ...(keyof typeof rateTables)[]],
);
export type RateTableName = z.infer<typeof RateTableName>;

/** A value of a table for days, everywhere or below one unit. */
export const RateValue = Validity.extend({
  id: z.uuid(),
  table: RateTableName,
  key: z.string().trim().max(40),
  unitId: z.uuid().nullable(),
  /** Đồng, or per cent, as a decimal ("22", "2340000"). */
  value: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/),
  /** Number and day of the document that says so. */
  source: z.string().trim().min(1).max(300),
});
export type RateValue = z.infer<typeof RateValue>;

export const listRateTables = operation('personnel.rate-table.list', {
  http: 'GET /rate-tables',
  allow: 'policy.read',
  summary: 'Values that policies refer to (base wage, minimum wages …), latest first',
  input: z.strictObject({
    /** Only what holds on the day. */
    on: PlainDate.optional(),
    table: RateTableName.optional(),
  }),
  output: pageOf(RateValue.extend({ unitName: z.string() })),
});

export const setRate = operation('personnel.rate-table.set', {
  http: 'POST /rate-tables',
  allow: 'policy.write',
  summary: 'Set a value of a table from a day on; the former one ends there',
  input: RateValue.omit({ validTo: true })
    .extend({ key: RateValue.shape.key.default(''), unitId: z.uuid().nullable().default(null) })
    .strict(),
  output: RateValue,
});

export const rateSet = event('personnel.rate-set.v1', RateValue);
