import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import {
  Amount,
  SourceCertainty,
  TargetComparison,
  Indicator,
  IndicatorCode,
} from './indicator.ts';
import { ReportKindCode, SenderKind } from './report-kind.ts';

/** An indicator in a form, and between what bounds a report may say it. */
export const FormItem = z.strictObject({
  code: IndicatorCode,
  mandatory: z.boolean(),
  /** Bounds of what is counted (of a ratio: of the numerator); null for none. */
  min: Amount.nullable(),
  max: Amount.nullable(),
  /** Per cent by which it may differ from the last period before it is asked about; null: never asked. */
  outlierPercent: z.number().int().min(1).max(10_000).nullable(),
});
export type FormItem = z.infer<typeof FormItem>;

export const FormGroup = z.strictObject({
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().max(200),
  items: z.array(FormItem).min(1).max(60),
});

/** What is counted of `left` against the sum of `right`: at least, at most, exactly, above. */
export const FormCheck = z.strictObject({
  left: IndicatorCode,
  comparison: TargetComparison,
  right: z.array(IndicatorCode).min(1).max(20),
  /** A breach is refused, or only asked about. */
  severity: z.enum(['refuse', 'warn']),
});
export type FormCheck = z.infer<typeof FormCheck>;

export const FormDocument = z.strictObject({
  groups: z.array(FormGroup).min(1).max(30),
  checks: z.array(FormCheck).max(60),
});
export type FormDocument = z.infer<typeof FormDocument>;

/** What a report of a kind is made of, from one kind of sender; each change is a version with its days. */
export const Form = Validity.extend({
  id: z.uuid(),
  kindCode: ReportKindCode,
  sender: SenderKind,
  unitId: z.uuid().nullable(),
  document: FormDocument,
  certainty: SourceCertainty.nullable(),
  citation: z.string().trim().min(1).max(500),
});
export type Form = z.infer<typeof Form>;

export const listForms = operation('activity.form.list', {
  http: 'GET /forms',
  allow: 'report.read',
  summary: 'Forms of a day: for a unit those that hold there, else all as laid down',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    kindCode: ReportKindCode.optional(),
  }),
  output: pageOf(Form),
});

export const getForm = operation('activity.form.get', {
  http: 'GET /forms/:id',
  allow: 'report.read',
  summary: 'A version of a form, with its indicators as they hold for a unit on a day',
  input: z.strictObject({ id: z.uuid(), on: PlainDate, within: z.uuid().optional() }),
  output: Form.extend({ indicators: z.array(Indicator) }),
});

export const setForm = operation('activity.form.set', {
  http: 'POST /forms',
  allow: 'indicator.write',
  summary: 'Lay down the form of a report kind and sender for a province from a day on',
  input: Form.omit({ validTo: true })
    .extend({ certainty: SourceCertainty.nullable().default(null) })
    .strict(),
  output: Form,
});

export const formSet = event('activity.form-set.v1', Form);
