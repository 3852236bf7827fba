import { PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CriteriaSource } from '../organisation/criteria-document.ts';
import { Certainty } from '../organisation/criteria-rule.ts';
import { UnitKind } from '../organisation/unit.ts';
import { PayBasis } from './pay-basis.ts';
import { FormerForce } from './person-detail.ts';
import { Education } from './person.ts';
import { Position } from './posting.ts';
import { RateTableName, rateTables } from './rate-table.ts';

/** What money is paid for; totals are told by it (Law 30/2023/QH15 Art. 23 and 24; law.md §4.1). */
export const PayItem = z.enum([
  'monthly-support',
  'position-supplement',
  'diploma-supplement',
  'area-supplement',
  'seniority-supplement',
  'concurrent-title',
  'guarantee',
  'social-insurance',
  'health-insurance',
  'night-duty',
  'rest-day-duty',
  'holiday-duty',
  'heavy-duty',
  'call-out',
  'special-area-day',
  'out-of-area',
  'emergency-duty',
  'training-day',
  'treatment',
  'treatment-meal',
  'disability',
  'death',
  'funeral',
  'severance',
  'team-operation',
]);
export type PayItem = z.infer<typeof PayItem>;

/** Whose money it is. Duty out of the area is the mobilising body's (law BR-54), never the commune's. */
export const PayFund = z.enum(['province', 'commune', 'state', 'mobilising-body']);
export type PayFund = z.infer<typeof PayFund>;

/** Who is paid: the person, who survives them, the insurance, or the team. */
export const PayPayee = z.enum(['person', 'relative', 'insurer', 'team']);
export type PayPayee = z.infer<typeof PayPayee>;

/** How somebody is insured: as a member, elsewhere (work, pension, household), or not at all. */
const cover = z.array(z.enum(['own', 'elsewhere', 'none'])).max(3);
const code = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const tag = z.string().trim().min(1).max(100);
const classes = z.array(z.int().min(1).max(3)).max(3);
const words = z.string().trim().max(1_000);

/** When a rate applies; everything that is said must hold on the day, nothing said = always. */
export const PayCondition = z
  .strictObject({
    positions: z.array(Position).max(3).optional(),
    /** Kind of one of the team's villages (thôn, tổ dân phố…). */
    kinds: z.array(UnitKind).max(30).optional(),
    communeKinds: z.array(UnitKind).max(30).optional(),
    /** Class of one of the team's villages, recorded as its tag `village-class-1` …; the highest class counts. */
    classes: classes.optional(),
    communeClasses: classes.optional(),
    /** Each of these tags is carried by one of the team's villages or by its commune. */
    tags: z.array(tag).max(20).optional(),
    anyTag: z.array(tag).max(20).optional(),
    withoutTags: z.array(tag).max(20).optional(),
    /** Wage region I–IV of the commune, recorded as its tag `wage-region-1` …. */
    wageRegions: z.array(z.int().min(1).max(4)).max(4).optional(),
    education: z.array(Education).max(8).optional(),
    /** Of another ethnicity than Kinh. */
    minority: z.boolean().optional(),
    socialInsurance: cover.optional(),
    healthInsurance: cover.optional(),
    /** Holds another title that the State budget pays for month by month (kiêm nhiệm). */
    concurrent: z.boolean().optional(),
    /** Full months since the first recognition; of severance, of service in the former forces. */
    monthsServed: z
      .strictObject({ from: z.int().min(0).optional(), below: z.int().min(1).optional() })
      .optional(),
    /** Dated steps of one text; `to` is the first day on which it no longer applies. */
    days: z.strictObject({ from: PlainDate.optional(), to: PlainDate.optional() }).optional(),
    /** Hazard grade named in the mobilisation order (Decree 190/2026/NĐ-CP Art. 3.2; law BR-98). */
    hazardGrades: z.array(z.int().min(1).max(3)).max(3).optional(),
    /** Former forces that severance is asked for; it is for no other. */
    forces: z.array(FormerForce).max(4).optional(),
  })
  .meta({ id: 'PayCondition' });
export type PayCondition = z.infer<typeof PayCondition>;

/** A table's value of the day, in the person's own region or group, or in a named one. */
export const TableFactor = z.strictObject({
  table: RateTableName,
  /** "3" of a regional minimum wage; left out: the person's own. */
  key: z.string().trim().min(1).max(40).optional(),
});
export type TableFactor = z.infer<typeof TableFactor>;

const decimal = z.string().regex(/^\d{1,4}(\.\d{1,6})?$/);
/** Far above any allowance: sums of a country stay exact numbers. */
const amount = Vnd.nonnegative().max(1_000_000_000);

/**
 * An amount in đồng. `unknown`: the text is not at hand; such a policy can be looked at and simulated, never
 * adopted.
 */
export const PayValue = z.union([
  z.strictObject({
    vnd: amount,
    /** From so many months of service on, and so much more with each further step. */
    seniority: z
      .strictObject({
        fromMonths: z.int().min(0).max(600),
        step: amount,
        everyMonths: z.int().min(1).max(120).default(12),
        mostSteps: z.int().min(0).max(50),
      })
      .optional(),
  }),
  /** `times` × each of the tables, or × the sum of own lines: 0.8 × base wage; 80 % of the monthly support. */
  z
    .strictObject({
      times: decimal,
      of: z.array(TableFactor).max(3).default([]),
      ofLines: z.array(code).max(10).default([]),
    })
    .refine(({ of, ofLines }) => of.length + ofLines.length > 0, { message: 'share-of-nothing' })
    .refine(({ of }) => of.filter(({ table }) => rateTables[table].measure === 'vnd').length <= 1, {
      message: 'one-amount-at-most',
    }),
  /** `times` × what a dossier says of the person: the allowance in the former force, the cost of treatment. */
  z.strictObject({ times: decimal, ofOwn: z.enum(['former-allowance', 'treatment-cost']) }),
  /** What is missing up to the allowance of the former force, after these lines. */
  z.strictObject({ upTo: z.literal('former-allowance'), after: z.array(code).min(1).max(10) }),
  z.strictObject({ unknown: words.min(1) }),
]);
export type PayValue = z.infer<typeof PayValue>;

/** One row of a table of amounts; of a line's rates the first whose `when` holds applies. */
export const PayRate = z.strictObject({
  when: PayCondition.default({}),
  value: PayValue,
  certainty: Certainty.optional(),
  note: words.default(''),
});
export type PayRate = z.infer<typeof PayRate>;

/** One kind of payment: what it counts, its rates, its caps. */
export const PayLine = z
  .strictObject({
    code,
    item: PayItem,
    label: z.string().trim().min(1).max(200),
    /** Where it stands ("Điều 4 khoản 1"). */
    article: z.string().trim().max(200).default(''),
    fund: PayFund.default('province'),
    /** Left out, it is told by what is paid (`payeeOf`). */
    payee: PayPayee.optional(),
    basis: PayBasis.default({ per: 'month', prorated: true }),
    rates: z.array(PayRate).min(1).max(60),
    /** So much of the amount where something holds (80 % who is paid for another title); the first that holds. */
    shares: z
      .array(z.strictObject({ when: PayCondition, times: decimal }))
      .max(10)
      .default([]),
    /** Most nights or days a month, alone or together with other lines. */
    cap: z
      .strictObject({ most: z.int().min(1).max(31), sharedWith: z.array(code).max(10).default([]) })
      .nullable()
      .default(null),
    round: z
      .strictObject({
        to: z.union([1, 10, 100, 1_000, 10_000].map((to) => z.literal(to))).default(1),
        mode: z.enum(['nearest', 'up', 'down']).default('nearest'),
      })
      .default({ to: 1, mode: 'nearest' }),
    /** Lines that its amount contains already: where it is paid, they are not. */
    includes: z.array(code).max(10).default([]),
  })
  .meta({ id: 'PayLine' });
export type PayLine = z.infer<typeof PayLine>;

/**
 * What a provincial People's Council lays down about money for the force (Law 30/2023/QH15 Art. 23), as data:
 * nothing about a province is in the code. Amounts stand as the text gives them: đồng stay đồng, a coefficient
 * moves with its table (law BR-47, BR-102).
 */
export const PolicyDocument = z
  .strictObject({
    name: z.string().trim().min(1).max(300),
    /** Part months: the whole month, half of it under fifteen days, or by the day. */
    proration: z.enum(['full-month', 'half-month', 'calendar-days']).default('calendar-days'),
    /** Whether days of suspension and of leave are paid. */
    absences: z
      .strictObject({ suspension: z.boolean().default(false), leave: z.boolean().default(true) })
      .default({ suspension: false, leave: true }),
    lines: z.array(PayLine).min(1).max(60),
    /** Of these lines a person is paid one on a day: the first that applies, or the highest. */
    exclusive: z
      .array(
        z.strictObject({
          lines: z.array(code).min(2).max(10),
          keep: z.enum(['first', 'highest']),
        }),
      )
      .max(10)
      .default([]),
    note: z.string().trim().max(5_000).default(''),
    /** Of every value that does not say otherwise. */
    certainty: Certainty,
    sources: z.array(CriteriaSource).max(30).default([]),
  })
  .meta({ id: 'PolicyDocument' });
export type PolicyDocument = z.infer<typeof PolicyDocument>;
/** A document as a person or a file writes it, defaults left out. */
export type PolicyDocumentInput = z.input<typeof PolicyDocument>;

/**
 * Who is paid a line. The State's share of insurance never passes through the person's hands, and what death
 * brings is paid to who survives (Law 30/2023/QH15 Art. 24.3).
 */
export function payeeOf({
  payee,
  item,
  fund,
  basis,
}: Pick<PayLine, 'payee' | 'item' | 'fund' | 'basis'>): PayPayee {
  if (payee) return payee;
  if (basis.per === 'team-month' || basis.per === 'team-year') return 'team';
  if (item === 'death' || item === 'funeral') return 'relative';
  const insures = item === 'social-insurance' || item === 'health-insurance';
  return insures && fund === 'state' ? 'insurer' : 'person';
}

/** Every rate of a document with its dotted place (`lines.0.rates.2`), by which it is confirmed and found faulty. */
export function placedRates({ lines }: Pick<PolicyDocument, 'lines'>) {
  return lines.flatMap((line, l) =>
    line.rates.map((rate, r) => ({ path: `lines.${l}.rates.${r}`, line, rate })),
  );
}
