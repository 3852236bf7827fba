import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** A legal document from which quotas, criteria and rates take their force (law BR-01). */
export const Instrument = z.object({
  id: z.uuid(),
  kind: z.enum(['resolution', 'decision', 'plan', 'submission', 'law', 'decree', 'circular']),
  number: z.string().trim().min(1).max(80),
  issuer: z.string().trim().min(1).max(200),
  title: z.string().trim().min(1).max(500),
  signedOn: PlainDate,
  effectiveFrom: PlainDate,
  /** First day on which it no longer holds; null while in force. */
  effectiveTo: PlainDate.nullable(),
  /** Instruments that it replaces (law BR-03). */
  replaces: z.array(z.uuid()),
  /** Units it governs; empty = wherever its issuer governs. */
  territory: z.array(z.uuid()),
});
export type Instrument = z.infer<typeof Instrument>;

export const listInstruments = operation('organisation.instrument.list', {
  http: 'GET /instruments',
  allow: 'instrument.read',
  summary: 'Legal documents, newest first',
  input: z.strictObject({
    on: PlainDate.optional(),
    kind: Instrument.shape.kind.optional(),
    q: z.string().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Instrument.extend({ quotas: z.number().int() })),
});

export const recordInstrument = operation('organisation.instrument.record', {
  http: 'POST /instruments',
  allow: 'instrument.write',
  summary: 'Record a legal document; those it replaces end on its effective day',
  input: z.strictObject({
    ...Instrument.shape,
    effectiveTo: PlainDate.nullable().default(null),
    replaces: z.array(z.uuid()).max(100).default([]),
    territory: z.array(z.uuid()).max(1000).default([]),
  }),
  output: Instrument,
});

export const instrumentRecorded = event('organisation.instrument-recorded.v1', Instrument);
