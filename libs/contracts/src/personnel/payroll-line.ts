import { operation, pageOf, Period, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { CountedService } from './case-price.ts';
import { CommuneRef } from './commune-ref.ts';
import { PayAside } from './payroll.ts';
import { VarianceCause } from './payroll-variance.ts';
import { PayFund, PayItem, PayPayee } from './policy-document.ts';
import { Position } from './posting.ts';

const LineId = z.string().regex(/^\d{1,19}$/);

/** Of the month, a difference for an earlier one, or once by the decision about a dossier. */
export const PayrollLineKind = z.enum(['regular', 'adjustment', 'case']);
export type PayrollLineKind = z.infer<typeof PayrollLineKind>;

/** One amount: what a person (or a team) is paid in a run by one line of a policy, for one month. */
export const PayrollLine = z.object({
  id: LineId,
  payrollId: z.uuid(),
  /** Null: a line of the team. */
  personId: z.uuid().nullable(),
  personName: z.string(),
  /** Null: who left a former force belongs to no team. */
  teamId: z.uuid().nullable(),
  teamName: z.string(),
  commune: CommuneRef,
  position: Position.nullable(),
  code: z.string(),
  label: z.string(),
  item: PayItem,
  fund: PayFund,
  payee: PayPayee,
  /** The relative who is paid; empty for everybody else. */
  payeeName: z.string(),
  /** Who is billed for duty out of the area; null for the rest. */
  body: z.string().nullable(),
  /** The dossier that a decision was made about. */
  caseId: z.uuid().nullable(),
  /** The month that it is paid for. */
  month: Period,
  kind: PayrollLineKind,
  /** Days, nights or months. */
  quantity: z.number(),
  /** For a whole month, or of one night or day. */
  rate: Vnd,
  amount: Vnd,
  cause: VarianceCause.nullable(),
  /** Null: it is paid. */
  aside: PayAside.nullable(),
});
export type PayrollLine = z.infer<typeof PayrollLine>;

export const listPayrollLines = operation('personnel.payroll.lines', {
  http: 'GET /payrolls/:id/lines',
  allow: 'payroll.read',
  summary: 'Lines of a run by commune, team and person',
  input: z.strictObject({
    id: z.uuid(),
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    teamId: z.uuid().optional(),
    position: Position.optional(),
    item: PayItem.optional(),
    fund: PayFund.optional(),
    payee: PayPayee.optional(),
    kind: PayrollLineKind.optional(),
    q: z.string().trim().max(100).optional(),
    cursor: z.string().max(400).optional(),
    /** The `calculatedAt` of the run that earlier pages came from; refused when it was calculated again. */
    seen: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(PayrollLine).extend({ amount: Vnd }),
  deadline: 5_000,
});

/** How an amount comes about, outermost first: person, posting, team, quota, instrument, article, value. */
export const LineExplanation = z.object({
  line: PayrollLine,
  policy: z
    .object({
      id: z.uuid(),
      name: z.string(),
      number: z.string(),
      article: z.string(),
      certainty: z.string(),
    })
    .nullable(),
  posting: z
    .object({
      id: z.uuid(),
      position: Position,
      validFrom: PlainDate,
      validTo: PlainDate.nullable(),
      decision: z.object({ number: z.string(), signedOn: PlainDate }).nullable(),
    })
    .nullable(),
  quota: z
    .object({ number: z.string(), teams: z.int(), members: z.int(), serving: z.int() })
    .nullable(),
  proration: z.string(),
  parts: z.array(
    z.object({
      from: PlainDate,
      /** The first day that is no longer meant. */
      to: PlainDate,
      days: z.int(),
      rate: z.int(),
      whole: Vnd,
    }),
  ),
  /** Which rate, in words of the document. */
  rate: z.json(),
  values: z.array(
    z.object({ table: z.string(), key: z.string(), value: z.string(), source: z.string() }),
  ),
  /** The decided dossier behind it; of severance the service that was counted. */
  dossier: z
    .object({
      id: z.uuid(),
      about: z.enum(['treatment', 'disability', 'death', 'severance']),
      decision: z.object({ number: z.string(), signedOn: PlainDate }).nullable(),
      service: CountedService.nullable(),
      /** Why another amount was granted than the priced one, which was this. */
      reason: z.string(),
      expected: Vnd.nullable(),
    })
    .nullable(),
  /** Of an adjustment: what was paid for the month, and what is right. */
  before: Vnd.nullable(),
  after: Vnd.nullable(),
});
export type LineExplanation = z.infer<typeof LineExplanation>;

export const explainLine = operation('personnel.payroll.explain', {
  http: 'GET /lines/:id/explanation',
  allow: 'payroll.read',
  summary: 'How the amount of a line comes about',
  input: z.strictObject({ id: LineId }),
  output: LineExplanation,
});
