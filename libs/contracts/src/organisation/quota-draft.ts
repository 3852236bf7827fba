import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Position } from '../personnel/posting.ts';
import { Instrument } from './instrument.ts';

const count = z.number().int().min(0).max(100_000);

/** What one line of a decision gives; while it is being prepared, anything may still be open. */
export const QuotaFigures = z.object({
  villages: count.nullable(),
  teams: count.nullable(),
  members: count.nullable(),
  leaders: count.nullable(),
  deputies: count.nullable(),
  ordinary: count.nullable(),
});
export type QuotaFigures = z.infer<typeof QuotaFigures>;

/** How a commune's figure is divided below it, where a decision says so (Law 30/2023/QH15 Art. 14.4). */
export const QuotaPart = z.object({
  villageId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  position: Position.nullable(),
  members: count,
});
export type QuotaPart = z.infer<typeof QuotaPart>;

const texts = z.array(z.string().trim().min(1).max(500)).max(40);

/** A decision on quotas that is being prepared, until it is issued as an instrument. */
export const QuotaDraft = z.object({
  id: z.uuid(),
  /** The unit for whose communes it is prepared. */
  unitId: z.uuid(),
  title: z.string().trim().min(1).max(500),
  issuer: z.string().trim().min(1).max(200),
  effectiveFrom: PlainDate,
  /** The legal basis ("căn cứ"), a line each, as the paper names it. */
  basis: texts,
  /** Where it is signed. */
  place: z.string().trim().max(100),
  signerTitle: z.string().trim().max(200),
  signerName: z.string().trim().max(100),
  recipients: texts,
  status: z.enum(['draft', 'issued', 'discarded']),
  /** Grows with every change of the facts above. */
  version: z.number().int(),
  number: z.string().nullable(),
  signedOn: PlainDate.nullable(),
  /** What it was issued as. */
  instrumentId: z.uuid().nullable(),
  changedAt: z.iso.datetime({ offset: true }),
  changedBy: z.string(),
});
export type QuotaDraft = z.infer<typeof QuotaDraft>;

const facts = {
  title: QuotaDraft.shape.title,
  issuer: QuotaDraft.shape.issuer,
  effectiveFrom: PlainDate,
  basis: texts.default([]),
  place: QuotaDraft.shape.place.default(''),
  signerTitle: QuotaDraft.shape.signerTitle.default(''),
  signerName: QuotaDraft.shape.signerName.default(''),
  recipients: texts.default([]),
};

const pair = z.object({ teams: z.number().int(), members: z.number().int() });

/** A commune's line of a draft, beside what the law, the standing decision and the day say. */
export const QuotaDraftRow = QuotaFigures.extend({
  unitId: z.uuid(),
  note: z.string(),
  parts: z.array(QuotaPart),
  version: z.number().int(),
  changedBy: z.string(),
  /** False where the commune does not stand on the effective day. */
  standing: z.boolean(),
  unit: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
  parent: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
  /** By the criteria in force; null where none are recorded or a figure is missing. */
  norm: pair.nullable(),
  /** What the draft would replace, and what was noted beside it. */
  decided: pair.extend({ note: z.string() }).nullable(),
  active: z.number().int(),
  /** Members in service; null until the personnel service tells. */
  serving: z.number().int().nullable(),
  /** Teams that may stand above the quota for a time, by a recorded roadmap. */
  surplus: z.number().int(),
});
export type QuotaDraftRow = z.infer<typeof QuotaDraftRow>;

/** What a resolution lets a unit have at most, from a day on. */
export const QuotaCeiling = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  instrumentId: z.uuid(),
  teams: count.nullable(),
  members: count.nullable(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type QuotaCeiling = z.infer<typeof QuotaCeiling>;

export const listDrafts = operation('organisation.quota-draft.list', {
  http: 'GET /drafts',
  allow: 'draft.read',
  summary: 'Decisions on quotas being prepared and issued, latest change first',
  input: z.strictObject({
    status: QuotaDraft.shape.status.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(
    QuotaDraft.extend({
      unitName: z.string(),
      communes: z.number().int(),
      teams: z.number().int(),
      members: z.number().int(),
    }),
  ),
});

export const getDraft = operation('organisation.quota-draft.get', {
  http: 'GET /drafts/:id',
  allow: 'draft.read',
  summary: 'A draft with its lines beside norm, standing quota and active teams',
  input: z.strictObject({ id: z.uuid() }),
  output: QuotaDraft.extend({
    unitName: z.string(),
    unitKind: z.string(),
    lines: z.array(QuotaDraftRow),
    ceiling: QuotaCeiling.extend({ number: z.string() }).nullable(),
    /** Accepted proposals that no draft has taken yet. */
    proposals: z.number().int(),
    /** Decisions whose figures it ends, first signed first; `replaced` where it ends the whole decision. */
    changes: z.array(
      Instrument.pick({
        id: true,
        kind: true,
        number: true,
        issuer: true,
        title: true,
        signedOn: true,
      }).extend({ replaced: z.boolean() }),
    ),
    /** Villages and teams that the parts of its lines name; a team has no kind. */
    places: z.array(z.object({ id: z.uuid(), kind: z.string().nullable(), name: z.string() })),
  }),
  deadline: 10_000,
});

export const beginDraft = operation('organisation.quota-draft.begin', {
  http: 'POST /drafts',
  allow: 'quota.write',
  summary:
    'Begin a draft: from the quotas in force, the norm, an act on units, nothing or another draft',
  input: z.strictObject({
    id: z.uuid(),
    unitId: z.uuid(),
    ...facts,
    start: z.discriminatedUnion('from', [
      z.strictObject({ from: z.enum(['in-force', 'norm', 'nothing']) }),
      z.strictObject({ from: z.literal('draft'), draftId: z.uuid() }),
      /** The norms of the communes that an act on units makes due; one open draft for an act. */
      z.strictObject({
        from: z.literal('reorganisation'),
        reorganisationId: z.uuid(),
        /** Why, at each line. */
        note: z.string().trim().max(500),
      }),
    ]),
  }),
  output: QuotaDraft,
  deadline: 10_000,
});

export const changeDraft = operation('organisation.quota-draft.change', {
  http: 'PUT /drafts/:id',
  allow: 'quota.write',
  summary: 'Change what the paper says around its lines; `version` is the one that was read',
  input: z.strictObject({ id: z.uuid(), version: z.number().int(), ...facts }),
  output: QuotaDraft,
});

export const saveDraftLines = operation('organisation.quota-draft.save-lines', {
  http: 'PUT /drafts/:id/lines',
  allow: 'quota.write',
  summary: 'Save lines, all or none; a line that somebody changed since is refused by name',
  input: z.strictObject({
    id: z.uuid(),
    lines: z
      .array(
        z.strictObject({
          unitId: z.uuid(),
          /** As it was read. */
          version: z.number().int(),
          ...QuotaFigures.shape,
          note: z.string().max(500).default(''),
          parts: z.array(QuotaPart).max(500).default([]),
        }),
      )
      .min(1)
      .max(2_000),
  }),
  output: z.object({
    lines: z.array(z.object({ unitId: z.uuid(), version: z.number().int() })),
  }),
  deadline: 10_000,
});

export const issueDraft = operation('organisation.quota-draft.issue', {
  http: 'POST /drafts/:id/issues',
  allow: 'quota.write',
  summary: 'Issue a draft: record the decision and its quotas, which replace those before them',
  input: z.strictObject({
    id: z.uuid(),
    /** Of the decision that comes into being. */
    instrumentId: z.uuid(),
    number: z.string().trim().min(1).max(80),
    signedOn: PlainDate,
    effectiveFrom: PlainDate,
    /** The number typed a second time: it cannot be taken back. */
    confirmation: z.string().max(80),
    /** Instruments that it replaces as a whole. */
    replaces: z.array(z.uuid()).max(100).default([]),
  }),
  output: z.object({
    instrumentId: z.uuid(),
    communes: z.number().int(),
    teams: z.number().int(),
    members: z.number().int(),
  }),
  deadline: 20_000,
});

export const discardDraft = operation('organisation.quota-draft.discard', {
  http: 'DELETE /drafts/:id',
  allow: 'quota.write',
  summary: 'Put a draft aside; it stays readable',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
});

export const listCeilings = operation('organisation.quota-ceiling.list', {
  http: 'GET /quota-ceilings',
  allow: 'quota.read',
  summary: 'What resolutions let units have at most on a day',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({ items: z.array(QuotaCeiling.extend({ number: z.string() })) }),
});

export const setCeiling = operation('organisation.quota-ceiling.set', {
  http: 'POST /quota-ceilings',
  allow: 'quota.write',
  summary: "Set a unit's ceiling from a resolution's day on; the standing one ends there",
  input: z.strictObject({ ...QuotaCeiling.omit({ validTo: true }).shape }),
  output: QuotaCeiling,
});

const told = z.object({ id: z.uuid(), unitId: z.uuid(), title: z.string() });

export const quotaDraftBegun = event('organisation.quota-draft-begun.v1', told);
export const quotaDraftChanged = event(
  'organisation.quota-draft-changed.v1',
  told.extend({ lines: z.number().int() }),
);
export const quotaDraftIssued = event(
  'organisation.quota-draft-issued.v1',
  told.extend({
    instrumentId: z.uuid(),
    number: z.string(),
    validFrom: PlainDate,
    communes: z.number().int(),
    teams: z.number().int(),
    members: z.number().int(),
  }),
);
export const quotaDraftDiscarded = event('organisation.quota-draft-discarded.v1', told);
export const quotaCeilingSet = event('organisation.quota-ceiling-set.v1', QuotaCeiling);
