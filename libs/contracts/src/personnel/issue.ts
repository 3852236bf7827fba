import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

const count = z.number().int().min(0).max(100_000);
const named = z.object({ id: z.uuid(), name: z.string() });

/** Uniform (Decree 40/2024/NĐ-CP Art. 3), support tools (Circular 14/2024/TT-BCA Art. 8), badges and papers. */
export const IssueCategory = z.enum(['uniform', 'tool', 'token']);
export type IssueCategory = z.infer<typeof IssueCategory>;

/** Where a uniform item belongs: everywhere, with the winter set, or instead of it (Art. 3). */
export const IssueSeason = z.enum(['all', 'winter', 'no-winter']);

export const IssuePhase = z.enum(['first', 'following']);
export type IssuePhase = z.infer<typeof IssuePhase>;

/** What a member, or of tools a team by its strength, is due: dated, for a territory, with its source. */
export const IssueNorm = z.object({
  id: z.uuid(),
  item: z.string(),
  phase: IssuePhase,
  quantity: count.nullable(),
  /** Of the team's strength; then `quantity` is null. */
  percent: z.number().int().min(1).max(100).nullable(),
  /** How long it serves; null: not set, as of tools the maker's. */
  serviceMonths: z.number().int().min(1).max(600).nullable(),
  /** Null: everywhere. */
  unitId: z.uuid().nullable(),
  source: z.string(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type IssueNorm = z.infer<typeof IssueNorm>;

export const IssueNormRow = IssueNorm.extend({
  name: z.string(),
  measure: z.string(),
  category: IssueCategory,
  season: IssueSeason,
  numbered: z.boolean(),
  unitName: z.string(),
});
export type IssueNormRow = z.infer<typeof IssueNormRow>;

export const listIssueNorms = operation('personnel.issue-norm.list', {
  http: 'GET /issue-norms',
  allow: 'person.read',
  summary: 'What members are due of uniform and tools on a day, with the source of each line',
  input: z.strictObject({ on: PlainDate }),
  output: pageOf(IssueNormRow),
});

export const setIssueNorm = operation('personnel.issue-norm.set', {
  http: 'POST /issue-norms',
  allow: 'setting.write',
  summary:
    'Set how much of a uniform item a member is due in a territory; the former line ends there',
  input: z.strictObject({
    id: z.uuid(),
    item: z.string().min(1).max(40),
    phase: IssuePhase,
    quantity: count.min(1),
    serviceMonths: IssueNorm.shape.serviceMonths,
    unitId: z.uuid(),
    source: z.string().trim().min(1).max(300),
    validFrom: PlainDate,
  }),
  output: IssueNorm,
});

/** Things of one kind that a member got on one day. */
export const Issue = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  item: z.string().min(1).max(40),
  quantity: count.min(1),
  /** Of name plates and certificates (law BR-76). */
  number: z.string().trim().min(1).max(80).nullable(),
  issuedOn: PlainDate,
  /** The day after its service life. */
  servesUntil: PlainDate.nullable(),
  note: z.string().trim().max(500),
});
export type Issue = z.infer<typeof Issue>;

/** Rules of issuing. The soft ones are broken only by who names them and gives a reason. */
export const issueRules = {
  'tool-limit-exceeded': { severity: 'hard', rule: 'BR-61', article: 'Circ. 14 Art. 8' },
  'tool-certificate-missing': { severity: 'hard', rule: 'BR-62', article: 'Circ. 14 Art. 8' },
  'number-missing': { severity: 'hard', rule: 'BR-76', article: 'Art. 22.2' },
  'issued-too-early': { severity: 'soft', rule: 'BR-64', article: 'Decree 40 Art. 3' },
  'beyond-entitlement': { severity: 'soft', rule: 'BR-64', article: 'Decree 40 Art. 3' },
  'winter-not-eligible': { severity: 'soft', rule: 'BR-64', article: 'Decree 40 Art. 3' },
} as const;
export const IssueRule = z.enum(
  Object.keys(issueRules) as [keyof typeof issueRules, ...(keyof typeof issueRules)[]],
);
export type IssueRule = z.infer<typeof IssueRule>;

export const IssueFinding = z.object({
  rule: IssueRule,
  severity: z.enum(['hard', 'soft']),
  article: z.string(),
  count: z.number().int().nullable(),
  limit: z.number().int().nullable(),
});
export type IssueFinding = z.infer<typeof IssueFinding>;

export const issueThings = operation('personnel.issue.record', {
  http: 'POST /issues',
  allow: 'posting.write',
  summary: 'Issue uniform, a support tool, a name plate or a certificate to a member',
  input: Issue.extend({
    quantity: Issue.shape.quantity.default(1),
    number: Issue.shape.number.default(null),
    /** Left out: by the norm of the day. */
    servesUntil: PlainDate.nullable().optional(),
    note: Issue.shape.note.default(''),
    accept: z.array(IssueRule).max(10).default([]),
    reason: z.string().trim().max(500).default(''),
    /** Answers which rules it breaks, and does nothing. */
    dryRun: z.boolean().default(false),
  }).strict(),
  output: Issue.extend({ findings: z.array(IssueFinding) }),
  // Tools of one team are issued one after another.
  deadline: 10_000,
});

export const IssueReturnKind = z.enum(['return', 'write-off', 'lost', 'replaced']);
export type IssueReturnKind = z.infer<typeof IssueReturnKind>;

export const IssueReturn = z.object({
  id: z.uuid(),
  issueId: z.uuid(),
  kind: IssueReturnKind,
  quantity: count.min(1),
  on: PlainDate,
  reason: z.string().trim().max(500),
});
export type IssueReturn = z.infer<typeof IssueReturn>;

export const returnThings = operation('personnel.issue.return', {
  http: 'POST /issues/:issueId/returns',
  allow: 'posting.write',
  summary: 'Take back what was issued, write it off, or say that it was lost or replaced',
  input: IssueReturn.extend({ reason: IssueReturn.shape.reason.default('') }).strict(),
  output: IssueReturn,
});

/** Of numbered things law BR-76; of others whether some are left. */
export const IssueState = z.enum(['in-use', 'replaced', 'withdrawn', 'lost']);
export type IssueState = z.infer<typeof IssueState>;

export const IssueRow = Issue.extend({
  name: z.string(),
  measure: z.string(),
  category: IssueCategory,
  personName: z.string(),
  team: named.nullable(),
  commune: named.extend({ kind: z.string() }).nullable(),
  /** What the member still has on the day. */
  left: count,
  state: IssueState,
  /** Its service life is over on the day. */
  isDue: z.boolean(),
});
export type IssueRow = z.infer<typeof IssueRow>;

export const listIssues = operation('personnel.issue.list', {
  http: 'GET /issues',
  allow: 'person.read',
  summary: 'What members got, what they still have, and what falls due',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    teamId: z.uuid().optional(),
    item: z.string().max(40).optional(),
    category: IssueCategory.optional(),
    number: z.string().max(80).optional(),
    /** Only what members still have and whose service life is over by then. */
    dueBy: PlainDate.optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(IssueRow),
  deadline: 5_000,
});

/** What a commune needs of an item in a year. */
export const IssueNeed = z.object({
  commune: named.extend({ kind: z.string() }),
  item: z.string(),
  name: z.string(),
  measure: z.string(),
  category: IssueCategory,
  /** Members on the first day of the year. */
  members: count,
  due: count,
  /** What still serves at the end of the year. */
  serving: count,
  need: count,
});
export type IssueNeed = z.infer<typeof IssueNeed>;

export const listIssueNeeds = operation('personnel.issue.need', {
  http: 'GET /issue-needs',
  allow: 'person.read',
  summary: 'What communes need in a year of uniform and support tools',
  input: z.strictObject({
    year: z.coerce.number().int().min(2024).max(2100),
    within: z.uuid().optional(),
    category: IssueCategory.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: pageOf(IssueNeed),
  deadline: 10_000,
});

export const issueNormSet = event('personnel.issue-norm-set.v1', IssueNorm);
const fact = Issue.pick({ id: true, personId: true, item: true, quantity: true, issuedOn: true });
export const thingsIssued = event(
  'personnel.things-issued.v1',
  fact.extend({ accepted: z.array(z.string()) }),
);
export const thingsReturned = event(
  'personnel.things-returned.v1',
  IssueReturn.omit({ reason: true }),
);
