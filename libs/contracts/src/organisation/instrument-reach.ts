import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileIds, KeptFile } from '../file.ts';
import { Instrument, SubjectCode } from './instrument.ts';

/** A document as another one's page names it. */
export const InstrumentLink = Instrument.pick({
  id: true,
  kind: true,
  number: true,
  issuer: true,
  title: true,
  status: true,
  signedOn: true,
  effectiveFrom: true,
  effectiveTo: true,
});
export type InstrumentLink = z.infer<typeof InstrumentLink>;

/** What rests on a document. */
export const GovernedNoun = z.enum([
  'quota',
  'ceiling',
  'transition',
  'criteria',
  'team',
  'consolidation',
  'reorganisation',
  'instrument',
]);
export type GovernedNoun = z.infer<typeof GovernedNoun>;

export const Governed = z.object({
  noun: GovernedNoun,
  id: z.uuid(),
  name: z.string(),
  unit: z.object({ id: z.uuid(), kind: z.string(), name: z.string() }).nullable(),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type Governed = z.infer<typeof Governed>;

const counts = z.partialRecord(GovernedNoun, z.number().int());

const correction = z.object({
  id: z.uuid(),
  at: z.string(),
  username: z.string(),
  reason: z.string(),
  was: z.record(z.string(), z.unknown()),
  became: z.record(z.string(), z.unknown()),
});

/** Who ended a document before its time, and why. */
const repeal = z.object({ on: PlainDate, by: InstrumentLink.nullable(), reason: z.string() });

export const InstrumentProfile = Instrument.extend({
  links: z.object({
    amends: z.array(InstrumentLink),
    amendedBy: z.array(InstrumentLink),
    replaces: z.array(InstrumentLink),
    replacedBy: z.array(InstrumentLink),
    bases: z.array(InstrumentLink),
    basisOf: z.array(InstrumentLink),
  }),
  units: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      name: z.string(),
      /** First day on which it no longer stood. */
      endedOn: PlainDate.nullable(),
    }),
  ),
  files: z.array(KeptFile),
  repeal: repeal.nullable(),
  corrections: z.array(correction),
});
export type InstrumentProfile = z.infer<typeof InstrumentProfile>;

export const getInstrument = operation('organisation.instrument.get', {
  http: 'GET /instruments/:id',
  allow: 'instrument.read',
  summary: 'A document with all that it is tied to, its files and its history',
  input: z.strictObject({ id: z.uuid() }),
  output: InstrumentProfile,
});

export const listGoverned = operation('organisation.instrument.governs', {
  http: 'GET /instruments/:id/governs',
  allow: 'instrument.read',
  summary: 'What rests on a document, within the area',
  input: z.strictObject({
    id: z.uuid(),
    noun: GovernedNoun.optional(),
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Governed).extend({ counts }),
});

export const listInForce = operation('organisation.instrument.in-force', {
  http: 'GET /instruments/in-force',
  allow: 'instrument.read',
  summary: 'Which documents were in force in a unit on a day',
  input: z.strictObject({ unit: z.uuid(), on: PlainDate, subject: SubjectCode.optional() }),
  output: z.object({
    items: z.array(
      InstrumentLink.extend({
        subjects: z.array(SubjectCode),
        /** `part`: in some of its area only. */
        extent: z.enum(['whole', 'part']),
        /** The former units by which it reaches this one. */
        by: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
        amends: z.array(z.uuid()),
      }),
    ),
  }),
  deadline: 10_000,
});

/** What loses its basis when a document ends. */
export const RepealEffects = z.object({
  counts,
  /** The first of them. */
  items: z.array(Governed.extend({ losesBasisOn: PlainDate })),
});
export type RepealEffects = z.infer<typeof RepealEffects>;

export const repealInstrument = operation('organisation.instrument.repeal', {
  http: 'POST /instruments/:id/repeals',
  allow: 'instrument.write',
  summary: 'End a document, by another one or by none; `dryRun` tells what loses its basis',
  input: z.strictObject({
    id: z.uuid(),
    on: PlainDate,
    byId: z.uuid().nullable().default(null),
    reason: z.string().trim().min(1).max(500),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({ instrument: Instrument, effects: RepealEffects }),
  deadline: 10_000,
});

export const attachInstrumentFiles = operation('organisation.instrument.attach', {
  http: 'POST /instruments/:id/files',
  allow: 'instrument.write',
  summary: 'Give a document files that were uploaded',
  input: z.strictObject({ id: z.uuid(), fileIds: FileIds.min(1) }),
  output: z.object({ files: z.array(KeptFile) }),
});

export const detachInstrumentFile = operation('organisation.instrument.detach', {
  http: 'DELETE /instruments/:id/files/:fileId',
  allow: 'instrument.write',
  summary: 'Take a file off a document; it is kept for the history',
  input: z.strictObject({ id: z.uuid(), fileId: z.uuid() }),
  output: z.object({ files: z.array(KeptFile) }),
});

export const instrumentRepealed = event(
  'organisation.instrument-repealed.v1',
  z.object({
    id: z.uuid(),
    number: z.string(),
    on: PlainDate,
    byId: z.uuid().nullable(),
    reason: z.string(),
    counts,
  }),
);
