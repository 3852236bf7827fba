import { event, operation, PlainDate, Validity, Vnd } from '@antt/kernel';
import { z } from 'zod';
import type { Permission } from '../role.ts';
import { PaymentChannel } from './payment-channel.ts';

/**
 * What is recorded of a person for days, and who may read it (one of the permissions suffices). `reveal` is
 * what it takes to be told the number that lies sealed with it (law BR-31).
 */
export const detailKinds = {
  residence: { read: ['person-profile.read'], reveal: null },
  insurance: { read: ['person-profile.read', 'bank-account.read'], reveal: 'citizen-id.read' },
  'bank-account': { read: ['bank-account.read'], reveal: 'bank-account.read' },
  service: { read: ['person-profile.read', 'bank-account.read'], reveal: null },
  kin: { read: ['person-profile.read'], reveal: null },
  commendation: { read: ['person-profile.read'], reveal: null },
  'other-title': { read: ['person-profile.read', 'bank-account.read'], reveal: null },
  'pay-channel': { read: ['person-profile.read', 'bank-account.read'], reveal: null },
} as const satisfies Record<string, { read: Permission[]; reveal: Permission | null }>;
export const DetailKind = z.enum(
  Object.keys(detailKinds) as [keyof typeof detailKinds, ...(keyof typeof detailKinds)[]],
);
export type DetailKind = z.infer<typeof DetailKind>;

/** Forces that were consolidated into this one (Law 30/2023/QH15 Art. 14.1). */
export const FormerForce = z.enum([
  'neighbourhood-guard',
  'part-time-police',
  'civil-defence-head',
  'civil-defence-deputy',
]);
export type FormerForce = z.infer<typeof FormerForce>;

const text = (longest: number) => z.string().trim().max(longest);
const said = (longest: number) => text(longest).min(1);

function contents<N extends z.ZodType, O extends z.ZodType>(number: N, optionalNumber: O) {
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('residence'),
      /** Thường trú, tạm trú; a year of either counts (Art. 13.4, law BR-28). */
      registration: z.enum(['permanent', 'temporary']),
      address: said(300),
      unitId: z.uuid().nullable(),
    }),
    z.strictObject({
      kind: z.literal('insurance'),
      scheme: z.enum(['social', 'health']),
      /** Joins as a member of the force, is covered elsewhere (work, household, policy), or not at all. */
      cover: z.enum(['own', 'elsewhere', 'none']),
      /** Whose State share it is (Decree 159/2025/NĐ-CP Art. 5); left out, told by the ethnicity. */
      group: z.enum(['poor', 'near-poor', 'minority', 'other']).optional(),
      number: optionalNumber,
    }),
    z.strictObject({ kind: z.literal('bank-account'), bank: said(120), number }),
    z.strictObject({
      kind: z.literal('service'),
      force: FormerForce,
      place: said(200),
      /** Đồng a month at the end; severance may rest on it (law BR-57). */
      lastAllowance: Vnd.nonnegative().nullable(),
      settlement: text(300).default(''),
    }),
    z.strictObject({
      kind: z.literal('kin'),
      relation: said(60),
      name: said(100),
      phone: text(30).default(''),
    }),
    /** Earned before the platform kept awards itself; the first day is the decision's. */
    z.strictObject({
      kind: z.literal('commendation'),
      /** Form and giver as the paper says: "Giấy khen của Chủ tịch UBND xã". */
      award: said(200),
      /** Its number. */
      decision: text(60).default(''),
    }),
    /** Another title held at the same time (kiêm nhiệm): village head, part-time official of the commune … */
    z.strictObject({
      kind: z.literal('other-title'),
      title: said(120),
      /** Is it paid month by month from the State budget? */
      paid: z.boolean(),
    }),
    /** How pay reaches them; left out: by bank where an account is recorded, else at the office. */
    z.strictObject({ kind: z.literal('pay-channel'), channel: PaymentChannel }),
  ]);
}

const accountNumber = z.string().regex(/^[0-9A-Za-z-]{4,30}$/);
const insuranceNumber = z
  .string()
  .regex(/^[0-9A-Za-z]{8,15}$/)
  .nullable();

/** A detail as a command says it, with its number in full. */
export const DetailContent = contents(accountNumber, insuranceNumber.default(null));
export type DetailContent = z.infer<typeof DetailContent>;

/** The same in a correction: a number that is left out stays, so that nobody has to be told it for another fault. */
export const CorrectedContent = contents(accountNumber.optional(), insuranceNumber.optional());
export type CorrectedContent = z.infer<typeof CorrectedContent>;

/** The same as it is shown: of a number the last characters, the others as dots. */
export const ShownContent = contents(z.string(), z.string().nullable());
export type ShownContent = z.infer<typeof ShownContent>;

const shown = Validity.extend({ content: ShownContent });

export const DetailCorrection = shown.extend({
  /** What was recorded before, until then, and why that was wrong. */
  at: z.string(),
  by: z.string(),
  reason: z.string(),
});
export type DetailCorrection = z.infer<typeof DetailCorrection>;

export const PersonDetail = shown.extend({
  id: z.uuid(),
  personId: z.uuid(),
  /** Has the number with it been recorded, and may the asker be told it? */
  revealable: z.boolean(),
  /** Recorded by mistake; stays for whoever asks what was known. */
  withdrawn: z.boolean(),
  corrections: z.array(DetailCorrection),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const listDetails = operation('personnel.person-detail.list', {
  http: 'GET /people/:id/details',
  allow: 'person.read',
  summary: 'Residences, insurance, bank accounts, former service and kin of a person',
  input: z.strictObject({
    id: z.uuid(),
    /** Left out: all days, with what was withdrawn. */
    on: PlainDate.optional(),
    kind: DetailKind.optional(),
  }),
  output: z.object({ items: z.array(PersonDetail), withheld: z.array(DetailKind) }),
});

const facts = { content: DetailContent, validFrom: PlainDate, validTo: PlainDate.nullable() };
const reason = z.string().trim().min(5).max(500);

export const recordDetail = operation('personnel.person-detail.record', {
  http: 'POST /people/:personId/details',
  allow: 'person.write',
  summary: 'Record a detail of a person from a day on; an open one of its kind ends that day',
  input: z.strictObject({ id: z.uuid(), personId: z.uuid(), ...facts }),
  output: PersonDetail,
});

export const correctDetail = operation('personnel.person-detail.correct', {
  http: 'POST /person-details/:id/corrections',
  allow: 'person.write',
  summary: 'Correct what was recorded wrongly of a person; what stood there before is kept',
  input: z.strictObject({ id: z.uuid(), ...facts, content: CorrectedContent, reason }),
  output: PersonDetail,
});

export const withdrawDetail = operation('personnel.person-detail.withdraw', {
  http: 'POST /person-details/:id/withdrawals',
  allow: 'person.write',
  summary: 'Withdraw a detail that was recorded by mistake',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: PersonDetail,
});

export const revealDetail = operation('personnel.person-detail.reveal', {
  http: 'POST /person-details/:id/reveals',
  allow: 'person.read',
  summary: 'Tell the number of an account or an insurance; the reason goes into the audit log',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: z.object({ number: z.string().nullable() }),
});

/** Facts about details name what they are about, never what stands in them. */
const about = { id: z.uuid(), personId: z.uuid(), kind: DetailKind };
export const detailRecorded = event('personnel.person-detail-recorded.v1', z.object(about));
export const detailCorrected = event(
  'personnel.person-detail-corrected.v1',
  z.object({ ...about, reason: z.string() }),
);
export const detailWithdrawn = event(
  'personnel.person-detail-withdrawn.v1',
  z.object({ ...about, reason: z.string() }),
);
export const detailRevealed = event(
  'personnel.person-detail-revealed.v1',
  z.object({ ...about, reason: z.string() }),
);
