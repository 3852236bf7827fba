import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { StoredFile } from '../job.ts';
import type { Permission } from '../role.ts';

/** What a paper may be about, and who may have it made. */
export const paperSubjects = {
  application: 'recruitment.read',
  recruitment: 'recruitment.read',
  cessation: 'person-profile.read',
  team: 'team.read',
  pay: 'payroll.read',
  report: 'report.read',
} as const satisfies Record<string, Permission>;
export type PaperSubject = keyof typeof paperSubjects;

/**
 * Forms 01 to 08 of Circular 14/2024/TT-BCA (law.md §3.2) by number, and what each is about; Form 08 is four
 * decisions. Papers of pay and compiled reports have no form of that circular. To add a paper: a line here, its delivered wording in
 * `services/personnel/src/papers/delivered`.
 */
export const paperKinds = {
  application: { form: '01', of: 'application' },
  ballot: { form: '02', of: 'recruitment' },
  'counting-minutes': { form: '03', of: 'recruitment' },
  'selection-minutes': { form: '04', of: 'recruitment' },
  'member-list': { form: '05', of: 'recruitment' },
  'leader-list': { form: '06', of: 'recruitment' },
  'cessation-report': { form: '07', of: 'cessation' },
  'founding-decision': { form: '08', of: 'team' },
  'recognition-decision': { form: '08', of: 'recruitment' },
  'dissolution-decision': { form: '08', of: 'team' },
  'cessation-decision': { form: '08', of: 'cessation' },
  payslip: { form: null, of: 'pay' },
  'payment-annex': { form: null, of: 'pay' },
  'compiled-period': { form: null, of: 'report' },
  'compiled-year': { form: null, of: 'report' },
  'compiled-round': { form: null, of: 'report' },
} as const satisfies Record<string, { form: string | null; of: PaperSubject }>;
export const PaperKind = z.enum(
  Object.keys(paperKinds) as [keyof typeof paperKinds, ...(keyof typeof paperKinds)[]],
);
export type PaperKind = z.infer<typeof PaperKind>;
/** Papers of pay, which are made for a run (`pay-paper.ts`). */
export const PayPaperKind = PaperKind.extract(['payslip', 'payment-annex']);
export type PayPaperKind = z.infer<typeof PayPaperKind>;
/** Compiled reports, which the gateway fills in (`activity/compiled-paper.ts`). */
export const CompiledPaperKind = PaperKind.extract([
  'compiled-period',
  'compiled-year',
  'compiled-round',
]);
export type CompiledPaperKind = z.infer<typeof CompiledPaperKind>;
/** Papers about one thing. */
export const FormKind = PaperKind.exclude([...PayPaperKind.options, ...CompiledPaperKind.options]);
export type FormKind = z.infer<typeof FormKind>;
export type FormSubject = (typeof paperKinds)[FormKind]['of'];

/** Bytes of a template at most. */
export const templateLimit = 2 * 1024 * 1024;

/** The wording of a paper (.docx with tags) that a unit uses for all below it, from a day on. */
export const PaperTemplate = Validity.extend({
  id: z.uuid(),
  kind: PaperKind,
  unitId: z.uuid(),
  /** Number and day of the document that says so. */
  source: z.string().trim().min(1).max(300),
  name: z.string().min(1).max(200),
  /** Bytes. */
  size: z.number().int().min(1).max(templateLimit),
});
export type PaperTemplate = z.infer<typeof PaperTemplate>;

const PaperTag = z.object({ tag: z.string(), rows: z.array(z.string()).optional() });

export const listPaperTemplates = operation('personnel.paper-template.list', {
  http: 'GET /paper-templates',
  allow: 'person.read',
  summary: 'Wordings of papers that units have set, the latest first',
  input: z.strictObject({ on: PlainDate.optional(), within: z.uuid().optional() }),
  output: pageOf(PaperTemplate.extend({ unitName: z.string() })).extend({
    /** The tags that each kind of paper fills in, `{tag}`; those of rows to repeat, `{#rows}…{/rows}`, lie in them. */
    tags: z.record(PaperKind, z.array(PaperTag)),
  }),
});

export const keepPaperTemplate = operation('personnel.paper-template.keep', {
  allow: 'setting.write',
  summary: 'Set the wording of a paper for a unit from a day on; the former one ends there',
  input: PaperTemplate.omit({ validTo: true, name: true, size: true })
    .extend({ file: StoredFile })
    .strict(),
  output: PaperTemplate,
  deadline: 15_000,
});

export const openPaperTemplate = operation('personnel.paper-template.open', {
  allow: 'signed-in',
  summary:
    'The wording that holds for a unit on a day, or the delivered one, put into the object store for an answer',
  input: z.strictObject({ kind: PaperKind, unitId: z.uuid().optional(), on: PlainDate }),
  output: z.object({ file: StoredFile }),
  deadline: 15_000,
});

export const makePaper = operation('personnel.paper.make', {
  allow: 'signed-in',
  summary: 'A form of Circular 14/2024/TT-BCA filled in, put into the object store for an answer',
  input: z.strictObject({ kind: FormKind, of: z.uuid(), on: PlainDate }),
  output: z.object({ file: StoredFile }),
  deadline: 15_000,
});

export const paperTemplateKept = event('personnel.paper-template-kept.v1', PaperTemplate);
