import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { groupOfItem, RunGroup } from './budget.ts';
import { PayItem } from './policy-document.ts';
import { BankColumn } from './payment-file.ts';

/** A parameter that the law leaves open: what it may be, and what holds where no province has said. */
type Parameter = { value: z.ZodType; byDefault: unknown; basis: string };

const parameter = <T extends z.ZodType>(value: T, byDefault: z.infer<T>, basis: string) =>
  ({ value, byDefault, basis }) satisfies Parameter;

/**
 * What a province may set about people, with a day, a territory and a source; to add one, a line here and
 * its name in the web's texts.
 */
export const parameters = {
  /** Deputies that a team may have. */
  'deputies-per-team': parameter(z.number().int().min(0).max(5), 1, 'Law 30 Art. 16.1 (law BR-16)'),
  /** Members below which a team is under strength. */
  'least-members-per-team': parameter(z.number().int().min(1).max(20), 3, 'law BR-17'),
  /** From which day of receipt a claim is dealt with by the commune alone (MPS Decision 8211/QĐ-BCA of 2025). */
  'claims-by-commune-from': parameter(PlainDate, '2025-07-01', 'law BR-82'),
  /** The policy and values of which day tell a claim: of the harm, or of the decision (policy shape 53). */
  'claim-priced-on': parameter(z.enum(['event', 'decision']), 'event', 'Law 30 Art. 24.3'),
  /** The same of severance: resolutions of later months pay who left before them. */
  'severance-priced-on': parameter(z.enum(['event', 'decision']), 'decision', 'law BR-57'),
  /** Out of whose budget a claim is paid that no policy prices. The commune decides it and has it paid. */
  'claim-paid-from': parameter(
    z.enum(['province', 'commune']),
    'commune',
    'MPS Decision 8211/QĐ-BCA of 2025 (law BR-81)',
  ),
  /** The same of severance, which each provincial council decides on. */
  'severance-paid-from': parameter(z.enum(['province', 'commune']), 'province', 'law §4.4, §5.2'),
  /** Marks of a commune where primary school is enough. */
  'special-area-tags': parameter(
    z.array(z.string().min(1).max(60)).max(20),
    ['border', 'island', 'mountain', 'especially-difficult', 'minority'],
    'Law 30 Art. 13.3 (law BR-27)',
  ),
  /** How a share of a team's strength becomes a number of tools: 30 % of 3 people. */
  'tool-rounding': parameter(
    z.enum(['down', 'nearest', 'up']),
    'down',
    'Circular 14/2024/TT-BCA Art. 8 (law BR-61)',
  ),
  /** Whether members get the winter set: where the decree says, always, or only when needed. */
  'winter-uniform': parameter(
    z.enum(['by-decree', 'always', 'on-need']),
    'by-decree',
    'Decree 40/2024/NĐ-CP Art. 3 (law BR-64)',
  ),
  /** Whether the day on which the candidates' list is posted is one of its fifteen working days. */
  'candidate-posting-day-counts': parameter(z.boolean(), false, 'Circular 14 Art. 3 (law BR-77)'),
  /** More than this share of the council must be present. */
  'council-quorum': parameter(z.enum(['1/2', '2/3']), '1/2', 'Circular 14 Art. 3.5 (law BR-80)'),
  /** Days before somebody turns 70, or a paper runs out, on which it becomes work. */
  'remind-days-before': parameter(z.number().int().min(0).max(365), 30, 'law BR-24'),
  /** Months for which a health certificate is good. */
  'health-certificate-months': parameter(z.number().int().min(1).max(60), 12, 'law BR-30'),
  /** What a run does that asks for more than is left: nothing, it must be answered for, or it is not sent on. */
  'short-funds': parameter(z.enum(['off', 'warn', 'stop']), 'warn', 'Law 30/2023/QH15 Art. 26'),
  /** Which item group each kind of payment is planned in; what is not named stays in its own. */
  'budget-groups': parameter(
    z.partialRecord(PayItem, RunGroup),
    groupOfItem,
    'Law 30/2023/QH15 Art. 26.1',
  ),
  /** What the file for the bank says of each payment, in this order; the key is what its result is read by. */
  'bank-file-columns': parameter(
    z
      .array(BankColumn)
      .min(1)
      .max(BankColumn.options.length)
      .refine((columns) => new Set(columns).size === columns.length)
      .refine((columns) =>
        (['key', 'account', 'amount'] as const).every((one) => columns.includes(one)),
      ),
    ['number', 'key', 'plain-name', 'account', 'bank', 'amount', 'content'],
    'law BR-83',
  ),
  /** What a transfer says; {month} becomes the month of the run. Banks take plain letters. */
  'bank-transfer-content': parameter(
    z
      .string()
      .trim()
      .min(1)
      .max(120)
      .regex(/^[ -~]+$/),
    'Chi tra che do luc luong ANTT co so thang {month}',
    'law BR-83',
  ),
  /** Is what a draft of a policy says compared with its instrument by another account than wrote it? */
  'values-confirmed-by-another': parameter(z.boolean(), true, 'Law 30/2023/QH15 Art. 23'),
  /** Is a run closed only when of each payment it is known what came of it? */
  'results-before-closing': parameter(z.boolean(), false, 'law BR-46'),
} as const;
export const ParameterCode = z.enum(
  Object.keys(parameters) as [keyof typeof parameters, ...(keyof typeof parameters)[]],
);
export type ParameterCode = z.infer<typeof ParameterCode>;
/** What the parameter's value is. */
export type ParameterValue<C extends ParameterCode> = z.infer<(typeof parameters)[C]['value']>;

/** What somebody set, for a unit and all below it, for days. */
export const Setting = Validity.extend({
  id: z.uuid(),
  code: ParameterCode,
  unitId: z.uuid(),
  value: z.json(),
  /** Number and day of the document that says so. */
  source: z.string().trim().min(1).max(300),
});
export type Setting = z.infer<typeof Setting>;

export const listSettings = operation('personnel.setting.list', {
  http: 'GET /settings',
  allow: 'person.read',
  summary: 'Parameters with their defaults, and what was set for which units and days',
  input: z.strictObject({ on: PlainDate.optional(), within: z.uuid().optional() }),
  output: pageOf(Setting.extend({ unitName: z.string() })).extend({
    defaults: z.array(z.object({ code: ParameterCode, value: z.json(), basis: z.string() })),
  }),
});

export const setParameter = operation('personnel.setting.set', {
  http: 'POST /settings',
  allow: 'setting.write',
  summary: 'Set a parameter for a unit from a day on; the former value ends there',
  input: Setting.omit({ validTo: true }).strict(),
  output: Setting,
});

export const parameterSet = event('personnel.parameter-set.v1', Setting);
