import { Period, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { PayrollState } from './payroll.ts';
import { PayFund, PayItem, PayPayee } from './policy-document.ts';

/** Service in former forces as a line counts it. */
export const CountedService = z.object({
  months: z.int(),
  /** As rounded, as text: 14.5. */
  years: z.string(),
  /** Đồng a month; null: of some service nobody has recorded it. */
  allowance: Vnd.nullable(),
});
export type CountedService = z.infer<typeof CountedService>;

/** What one line of a policy grants in a case, and how it comes about. */
export const CaseAmount = z.object({
  code: z.string(),
  label: z.string(),
  item: PayItem,
  fund: PayFund,
  payee: PayPayee,
  /** Days, points of lost capacity, years; 1 of a lump. Null: nobody has said how many. */
  quantity: z.number().nullable(),
  /** Of one of them; null: the value is not known. */
  rate: Vnd.nullable(),
  amount: Vnd.nullable(),
  /** The line grants nothing: for the ground of leaving, or for too short a service. */
  excluded: z.enum(['ground', 'service']).nullable(),
  policy: z
    .object({
      id: z.uuid(),
      name: z.string(),
      number: z.string(),
      article: z.string(),
      certainty: z.string(),
    })
    .nullable(),
  /** The rate, in words of the document. */
  value: z.json(),
  /** Values of tables that went into it. */
  values: z.array(z.object({ table: z.string(), key: z.string(), value: z.string() })),
  service: CountedService.nullable(),
});
export type CaseAmount = z.infer<typeof CaseAmount>;

/** What a dossier comes to: while it is open by the policies in force, then as it was granted. */
export const CasePrice = z.object({
  /** The policies and values of this day tell the amount. */
  on: PlainDate,
  granted: z.boolean(),
  amounts: z.array(CaseAmount),
  /** Null: nothing prices the case, or a part of it is not known. */
  total: Vnd.nullable(),
  /** Granted before runs paid dossiers: the commune has paid it, and no run will. */
  paidApart: z.boolean(),
  /** Runs that have paid it, or taken it back. */
  paid: z.array(z.object({ payrollId: z.uuid(), month: Period, state: PayrollState, amount: Vnd })),
});
export type CasePrice = z.infer<typeof CasePrice>;
