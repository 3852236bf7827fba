import { event, operation, pageOf, PlainDate, Vnd } from '@antt/kernel';
import { z } from 'zod';
import { Certainty } from '../organisation/criteria-rule.ts';
import { PolicyDocument } from './policy-document.ts';

/** The document that a policy is taken from, as organisation names it. */
export const PolicyInstrument = z.object({
  id: z.uuid(),
  number: z.string(),
  issuer: z.string(),
  signedOn: PlainDate,
});
export type PolicyInstrument = z.infer<typeof PolicyInstrument>;

/**
 * Rates of a province: a draft can be simulated, only an adopted policy pays. It holds in its units (a former
 * province keeps its own) for whole days from the first that is paid; other policies may stand beside it for
 * other items.
 */
export const Policy = z.object({
  id: z.uuid(),
  /** A draft may still lack one. */
  instrument: PolicyInstrument.nullable(),
  units: z.array(z.uuid()).max(1000),
  status: z.enum(['draft', 'adopted', 'withdrawn']),
  /** The first day that is paid by it. */
  validFrom: PlainDate.nullable(),
  validTo: PlainDate.nullable(),
  document: PolicyDocument,
  adoptedBy: z.string().nullable(),
});
export type Policy = z.infer<typeof Policy>;

export const PolicyRow = Policy.omit({ document: true }).extend({
  name: z.string(),
  certainty: Certainty,
  lines: z.int(),
  territory: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

/** What stands against adoption: where in the document, and what is wrong there. */
export const PolicyFault = z.object({
  code: z.enum([
    'value-unknown',
    'code-twice',
    'line-unknown',
    'lines-in-a-circle',
    'table-value-missing',
    'item-paid-twice',
    'not-confirmed',
    'never-applies',
    'tag-unknown',
    'basis-does-not-fit',
    'days-empty',
    'within-month',
  ]),
  /** Dotted: `lines.0.rates.2.value`. */
  path: z.string(),
  /** What it concerns: a code, a table, another policy's number, a day. */
  about: z.string(),
});
export type PolicyFault = z.infer<typeof PolicyFault>;

export const listPolicies = operation('personnel.policy.list', {
  http: 'GET /policies',
  allow: 'policy.read',
  summary: 'Policies: drafts, adopted and withdrawn ones, latest first; or those that pay a day',
  input: z.strictObject({
    on: PlainDate.optional(),
    status: Policy.shape.status.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: pageOf(PolicyRow),
});

export const getPolicy = operation('personnel.policy.get', {
  http: 'GET /policies/:id',
  allow: 'policy.read',
  summary: 'A policy with the whole document, and what stands against its adoption',
  input: z.strictObject({ id: z.uuid() }),
  output: PolicyRow.extend({
    document: PolicyDocument,
    faults: z.array(PolicyFault),
    /** Paths of values that somebody compared with the instrument, and who. */
    confirmations: z.array(z.object({ path: z.string(), by: z.string(), at: z.string() })),
  }),
});

const content = {
  id: z.uuid(),
  instrumentId: z.uuid().nullable().default(null),
  units: z.array(z.uuid()).max(1000).default([]),
  document: PolicyDocument,
};

export const recordPolicy = operation('personnel.policy.record', {
  http: 'POST /policies',
  allow: 'policy.write',
  summary: 'Record a policy as a draft',
  input: z.strictObject(content),
  output: Policy,
});

export const changePolicy = operation('personnel.policy.change', {
  http: 'PUT /policies/:id',
  allow: 'policy.write',
  summary: 'Change a draft; values that change must be confirmed again',
  input: z.strictObject(content),
  output: Policy,
});

export const confirmPolicy = operation('personnel.policy.confirm', {
  http: 'POST /policies/:id/confirmations',
  allow: 'policy.write',
  summary: 'Say that these values stand in the instrument as they stand here',
  input: z.strictObject({ id: z.uuid(), paths: z.array(z.string().max(200)).min(1).max(500) }),
  output: z.object({ confirmed: z.int() }),
});

export const adoptPolicy = operation('personnel.policy.adopt', {
  http: 'POST /policies/:id/adoptions',
  allow: 'policy.write',
  summary: 'Let a draft pay from a day on, by its instrument; every value must be confirmed',
  input: z.strictObject({
    id: z.uuid(),
    validFrom: PlainDate,
    /** Adopted policies that end as this one begins; with it or not at all. */
    ends: z.array(z.uuid()).max(20).default([]),
  }),
  output: Policy,
  deadline: 10_000,
});

export const withdrawPolicy = operation('personnel.policy.withdraw', {
  http: 'POST /policies/:id/withdrawals',
  allow: 'policy.write',
  summary: 'End an adopted policy on a day, or put a draft away',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Policy,
});

/** Policies that ship with the platform; each opens as a draft and pays nothing by itself. */
export const PolicyTemplate = z.object({
  code: z.string(),
  province: z.string(),
  document: PolicyDocument,
  scenarios: z.array(z.object({ name: z.string(), total: Vnd })),
});
export type PolicyTemplate = z.infer<typeof PolicyTemplate>;

export const listPolicyTemplates = operation('personnel.policy-template.list', {
  http: 'GET /policy-templates',
  allow: 'policy.read',
  summary: 'Policies of provinces as far as they are known, to begin a draft from',
  input: z.strictObject({}),
  output: z.object({ items: z.array(PolicyTemplate) }),
});

const facts = Policy.omit({ document: true }).extend({ name: z.string() });
export const policyRecorded = event('personnel.policy-recorded.v1', facts);
export const policyChanged = event('personnel.policy-changed.v1', facts);
export const policyConfirmed = event(
  'personnel.policy-confirmed.v1',
  z.object({ id: z.uuid(), paths: z.array(z.string()) }),
);
export const policyAdopted = event('personnel.policy-adopted.v1', facts);
export const policyWithdrawn = event('personnel.policy-withdrawn.v1', facts);
