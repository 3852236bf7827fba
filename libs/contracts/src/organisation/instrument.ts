import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileIds } from '../file.ts';

/** What a document is about, e.g. `member-criteria`; the list is data (`GET /instrument-subjects`). */
export const SubjectCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

const ids = (most: number) => z.array(z.uuid()).max(most);

/** A legal document from which quotas, criteria and rates take their force (law BR-01). */
export const Instrument = z.object({
  id: z.uuid(),
  kind: z.enum(['resolution', 'decision', 'plan', 'submission', 'law', 'decree', 'circular']),
  number: z.string().trim().min(1).max(80),
  issuer: z.string().trim().min(1).max(200),
  title: z.string().trim().min(1).max(500),
  /** A draft can be worked with, but nothing rests on it. */
  status: z.enum(['draft', 'final']),
  signedOn: PlainDate,
  effectiveFrom: PlainDate,
  /** First day on which it no longer holds; null while in force. */
  effectiveTo: PlainDate.nullable(),
  subjects: z.array(SubjectCode),
  /** Instruments that it amends or supplements; they go on beside it. */
  amends: z.array(z.uuid()),
  /** Instruments that it replaces (law BR-03). */
  replaces: z.array(z.uuid()),
  /** Instruments that it rests on (căn cứ). */
  bases: z.array(z.uuid()),
  /**
   * Units it governs; empty = wherever its issuer governs. A unit that has ended stands for what it was on
   * its last day, wherever its communes belong since.
   */
  territory: z.array(z.uuid()),
  /** The day whose extent of these units is meant, where it is not that of the day asked about. */
  territoryOn: PlainDate.nullable(),
});
export type Instrument = z.infer<typeof Instrument>;

export const listInstruments = operation('organisation.instrument.list', {
  http: 'GET /instruments',
  allow: 'instrument.read',
  summary: 'Legal documents of the area, newest first; with `on` those in force that day',
  input: z.strictObject({
    on: PlainDate.optional(),
    kind: Instrument.shape.kind.optional(),
    subject: SubjectCode.optional(),
    status: Instrument.shape.status.optional(),
    q: z.string().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Instrument.extend({ quotas: z.number().int() })),
});

/** What somebody writes of a document. */
const written = {
  ...Instrument.shape,
  status: Instrument.shape.status.default('final'),
  effectiveTo: PlainDate.nullable().default(null),
  subjects: z.array(SubjectCode).max(20).default([]),
  amends: ids(100).default([]),
  replaces: ids(100).default([]),
  bases: ids(100).default([]),
  territory: ids(1000).default([]),
  territoryOn: PlainDate.nullable().default(null),
};

export const recordInstrument = operation('organisation.instrument.record', {
  http: 'POST /instruments',
  allow: 'instrument.record',
  summary: 'Record a legal document; those it replaces end on its effective day',
  input: z.strictObject({ ...written, fileIds: FileIds.default([]) }),
  output: Instrument,
});

export const issueInstrument = operation('organisation.instrument.issue', {
  http: 'POST /instruments/:id/issues',
  allow: 'instrument.write',
  summary: 'Make a draft final, with the number and days it was signed under',
  input: z.strictObject({
    id: z.uuid(),
    number: Instrument.shape.number,
    signedOn: PlainDate,
    effectiveFrom: PlainDate,
    effectiveTo: PlainDate.nullable().default(null),
  }),
  output: Instrument,
});

export const correctInstrument = operation('organisation.instrument.correct', {
  http: 'POST /instruments/:id/corrections',
  allow: 'instrument.write',
  summary: 'Correct what was wrongly recorded; what is left out stays, the old words are kept',
  input: z.strictObject({
    ...Instrument.omit({ id: true, status: true }).partial().shape,
    subjects: z.array(SubjectCode).max(20).optional(),
    amends: ids(100).optional(),
    replaces: ids(100).optional(),
    bases: ids(100).optional(),
    territory: ids(1000).optional(),
    id: z.uuid(),
    correctionId: z.uuid(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: Instrument,
});

export const instrumentRecorded = event('organisation.instrument-recorded.v1', Instrument);
export const instrumentIssued = event('organisation.instrument-issued.v1', Instrument);
export const instrumentCorrected = event(
  'organisation.instrument-corrected.v1',
  z.object({
    id: z.uuid(),
    number: z.string(),
    reason: z.string(),
    was: Instrument.partial(),
    became: Instrument.partial(),
  }),
);
