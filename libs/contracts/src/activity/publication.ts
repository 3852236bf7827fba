import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { IndicatorCode, SourceCertainty } from './indicator.ts';

/** Where something was published; each has quotas of its own (reporting BR-27 to BR-32). */
export const PublicationMedium = z.enum([
  'television',
  'newspaper',
  'police',
  'district',
  'grassroots',
  'portal',
]);
export type PublicationMedium = z.infer<typeof PublicationMedium>;

/** Tin, bài, phóng sự; on a portal a legal document itself. */
export const PublicationKind = z.enum(['news', 'article', 'feature', 'document']);
export type PublicationKind = z.infer<typeof PublicationKind>;

const line = (most: number) => z.string().trim().max(most);

/** A product of propaganda (tin, bài tuyên truyền), of the unit whose quota it counts for. */
export const Publication = z.object({
  id: z.uuid(),
  /** The province of its station and newspaper, a district, a commune of its own loudspeakers. */
  unitId: z.uuid(),
  medium: PublicationMedium,
  kind: PublicationKind,
  title: line(300).min(3),
  /** Programme, column or page; empty where the medium says enough. */
  outlet: line(200),
  /** Where it can be read or heard; empty of what was broadcast. */
  link: line(500).regex(/^(https?:\/\/\S+)?$/),
  publishedOn: PlainDate,
  /** The document that a portal publishes; null of everything else. */
  instrumentId: z.uuid().nullable(),
});
export type Publication = z.infer<typeof Publication>;

const moment = z.iso.datetime({ offset: true });

export const PublicationRow = Publication.extend({
  unitName: z.string(),
  recordedBy: z.string(),
  recordedAt: moment,
  /** Why it was taken out; null while it counts. */
  withdrawnBecause: z.string().nullable(),
});
export type PublicationRow = z.infer<typeof PublicationRow>;

/** How often a medium is to publish what; each change is a version with its days. */
export const PublicationQuota = Validity.extend({
  id: z.uuid(),
  /** The indicator that it is the target of. */
  code: IndicatorCode,
  /** The province that laid it down; null: as shipped. */
  unitId: z.uuid().nullable(),
  name: line(300).min(1),
  nameEn: line(300),
  medium: PublicationMedium,
  /** One of these will do. */
  kinds: z.array(PublicationKind).min(1).max(4),
  /** In each week (Monday to Sunday, of the year of its Thursday), each month, or of each document. */
  cycle: z.enum(['week', 'month', 'document']),
  /** 0: nothing is asked for. */
  least: z.number().int().min(0).max(100),
  /** Each unit of these levels by itself. */
  levels: z
    .array(z.enum(['province', 'district', 'commune']))
    .min(1)
    .max(3),
  certainty: SourceCertainty.nullable(),
  citation: line(500).min(1),
});
export type PublicationQuota = z.infer<typeof PublicationQuota>;

export const listPublicationQuotas = operation('activity.publication-quota.list', {
  http: 'GET /publication-quotas',
  allow: 'publication.read',
  summary: 'Quotas of propaganda on a day: for a unit those that hold there, else all as laid down',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: pageOf(PublicationQuota),
});

export const setPublicationQuota = operation('activity.publication-quota.set', {
  http: 'POST /publication-quotas',
  allow: 'indicator.write',
  summary: 'Lay down a quota of propaganda for a province from a day on',
  input: PublicationQuota.omit({ validTo: true })
    .extend({ certainty: SourceCertainty.nullable().default(null) })
    .strict(),
  output: PublicationQuota,
});

/** A week, a month or a document of a unit. */
export const QuotaCycle = z.object({
  /** "2024-W36", "2024-09", or the number of a document. */
  name: z.string(),
  from: PlainDate,
  /** The last day; null of a document, which has none. */
  to: PlainDate.nullable(),
  count: z.number().int(),
  least: z.number().int(),
  met: z.boolean(),
  /** Met, or no day of it left: what is neither is not judged yet. */
  isOver: z.boolean(),
});
export type QuotaCycle = z.infer<typeof QuotaCycle>;

export const checkPublications = operation('activity.publication-quota.check', {
  http: 'GET /publication-quotas/:code/cycles',
  allow: 'publication.read',
  summary: 'Week by week or month by month, each unit by itself: whether the quota was met',
  input: z
    .strictObject({
      code: IndicatorCode,
      from: PlainDate,
      to: PlainDate,
      within: z.uuid().optional(),
      cursor: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-from' }),
  output: pageOf(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      cycles: z.array(QuotaCycle),
      met: z.number().int(),
      /** Cycles that are judged. */
      of: z.number().int(),
    }),
  ),
  deadline: 10_000,
});

export const listPublications = operation('activity.publication.list', {
  http: 'GET /publications',
  allow: 'publication.read',
  summary: 'What was published between two days, latest first',
  input: z.strictObject({
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    within: z.uuid().optional(),
    medium: PublicationMedium.optional(),
    kind: PublicationKind.optional(),
    /** Words of title and outlet. */
    q: line(100).optional(),
    state: z.enum(['counting', 'withdrawn']).default('counting'),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(PublicationRow),
});

export const recordPublication = operation('activity.publication.record', {
  http: 'POST /publications',
  allow: 'publication.write',
  summary:
    'Record something that was published; a portal names the document, which has to be issued',
  input: z.strictObject({
    ...Publication.shape,
    outlet: Publication.shape.outlet.default(''),
    link: Publication.shape.link.default(''),
    instrumentId: Publication.shape.instrumentId.default(null),
  }),
  output: Publication,
});

export const withdrawPublication = operation('activity.publication.withdraw', {
  http: 'POST /publications/:id/withdrawals',
  allow: 'publication.write',
  summary:
    'Take out what was recorded wrongly, for a reason: it counts no more and stays to be seen',
  input: z.strictObject({ id: z.uuid(), reason: line(500).min(5) }),
  output: z.object({ id: z.uuid() }),
});

export const publicationRecorded = event('activity.publication-recorded.v1', Publication);
export const publicationWithdrawn = event(
  'activity.publication-withdrawn.v1',
  z.object({ id: z.uuid(), unitId: z.uuid(), title: z.string(), reason: z.string() }),
);
export const publicationQuotaSet = event('activity.publication-quota-set.v1', PublicationQuota);
