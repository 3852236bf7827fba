import { event, isDay, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileType, KeptFile } from '../file.ts';
import { StoredFile } from '../job.ts';
import { CommuneRef } from '../personnel/commune-ref.ts';
import { TaskGroup } from './incident-kind.ts';

const text = (longest: number) => z.string().trim().max(longest);
const moment = z.iso
  .datetime({ offset: true })
  .refine((one) => isDay(one.slice(0, 10)), { message: 'no-such-day' });
const reason = z.string().trim().min(5).max(500);

/** What a record tells; the names of informants and of those concerned have no place in it. */
const facts = {
  teamId: z.uuid(),
  kindCode: z.string().max(60),
  /** When the team knew, told the commune police, and was there (law BR-67). */
  knownAt: moment,
  reportedAt: moment.nullable(),
  onSceneAt: moment.nullable(),
  place: text(300),
  /** WGS84 degrees, within the box around Viet Nam with its islands; both or none. */
  lon: z.number().min(101).max(119).nullable(),
  lat: z.number().min(4).max(25).nullable(),
  /** Mobilised beyond its commune (Law 30/2023/QH15 Art. 9, 12). */
  outOfArea: z.boolean(),
  summary: text(2000),
  /** `ForceAct`s; what the force may not do is refused by name (law BR-68). */
  acts: z.array(z.string().max(60)).max(20),
  /** By the codes of the kind's fields. */
  figures: z.record(z.string().max(60), z.union([z.number(), z.boolean(), z.string().max(60)])),
  /** The record of the same thing that came first: this one is counted no more. */
  sameAsId: z.uuid().nullable(),
};

/** A figure as people read it: of a choice what it is called. */
const detail = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  value: z.union([z.number(), z.boolean(), z.string()]),
  label: z.string().nullable(),
  labelEn: z.string().nullable(),
});

export const IncidentState = z.enum(['standing', 'withdrawn']);
export type IncidentState = z.infer<typeof IncidentState>;

/** A record of a team: a tip, an incident, a fire, a mediation and so on, as its kind says. */
export const Incident = z.object({
  id: z.uuid(),
  ...facts,
  kindName: z.string(),
  kindNameEn: z.string(),
  taskGroup: TaskGroup,
  teamName: z.string(),
  /** The figures in the order of the kind's fields. */
  details: z.array(detail),
  /** Where the team stood that day. */
  commune: CommuneRef.nullable(),
  /** Minutes from knowing to telling the police, and to being there. */
  reportDelay: z.number().int().nullable(),
  sceneDelay: z.number().int().nullable(),
  state: IncidentState,
  files: z.number().int(),
  corrections: z.number().int(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  version: z.number().int(),
});
export type Incident = z.infer<typeof Incident>;

const between = {
  from: PlainDate,
  to: PlainDate,
  within: z.uuid().optional(),
  teamId: z.uuid().optional(),
  kindCode: z.string().max(60).optional(),
};

export const listIncidents = operation('activity.incident.list', {
  http: 'GET /incidents',
  allow: 'incident.read',
  summary: 'Records of the teams of my area between two days, the latest first',
  input: z.strictObject({
    ...between,
    state: IncidentState.optional(),
    q: z.string().max(100).optional(),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: pageOf(Incident),
  deadline: 5_000,
});

export const listIncidentPoints = operation('activity.incident.points', {
  http: 'GET /incident-points',
  allow: 'incident.read',
  summary: 'Records between two days that have a place, for clustering on the map',
  input: z.strictObject(between),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kindCode: z.string(),
        taskGroup: TaskGroup,
        on: PlainDate,
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    /** Records of these days without a place. */
    unplaced: z.number().int(),
    /** More than are told: narrow the days or the area. */
    isCut: z.boolean(),
  }),
  deadline: 10_000,
});

/** What somebody changed in a record, with what stood there before. */
export const IncidentCorrection = z.object({
  id: z.uuid(),
  act: z.enum(['corrected', 'withdrawn']),
  before: z.object(facts),
  reason: z.string(),
  correctedBy: z.string(),
  correctedAt: z.string(),
});

/** Pictures and PDF. */
export const IncidentFileType = FileType.extract([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
]);
/** Bytes that a file of evidence may have. */
export const incidentFileLimit = 10 * 1024 * 1024;
export const IncidentFile = KeptFile.extend({ incidentId: z.uuid(), type: IncidentFileType });
export type IncidentFile = z.infer<typeof IncidentFile>;

export const getIncident = operation('activity.incident.get', {
  http: 'GET /incidents/:id',
  allow: 'incident.read',
  summary: 'One record with its evidence and what was corrected in it',
  input: z.strictObject({ id: z.uuid() }),
  output: Incident.extend({
    evidence: z.array(IncidentFile),
    history: z.array(IncidentCorrection),
  }),
});

const entry = {
  ...facts,
  reportedAt: facts.reportedAt.default(null),
  onSceneAt: facts.onSceneAt.default(null),
  place: facts.place.default(''),
  lon: facts.lon.default(null),
  lat: facts.lat.default(null),
  outOfArea: z.boolean().default(false),
  summary: facts.summary.default(''),
  acts: facts.acts.default([]),
  figures: facts.figures.default({}),
  sameAsId: facts.sameAsId.default(null),
};

export const recordIncident = operation('activity.incident.record', {
  http: 'POST /incidents',
  allow: 'incident.write',
  summary: 'Record what a team did or learnt',
  input: z.strictObject({ id: z.uuid(), ...entry }),
  output: Incident,
  deadline: 10_000,
});

export const correctIncident = operation('activity.incident.correct', {
  http: 'POST /incidents/:id/corrections',
  allow: 'incident.verify',
  summary: 'Correct a record; what stood there before is kept with the reason',
  input: z.strictObject({
    id: z.uuid(),
    correctionId: z.uuid(),
    ...facts,
    /** Of the record that the sender saw. */
    version: z.number().int(),
    reason,
  }),
  output: Incident,
  deadline: 10_000,
});

export const withdrawIncident = operation('activity.incident.withdraw', {
  http: 'POST /incidents/:id/withdrawals',
  allow: 'incident.verify',
  summary: 'Take a record out that should not be there; it stays readable and counts no more',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: Incident,
});

/** Sent by `POST /incidents/:incidentId/files` as one multipart field `file`. */
export const keepIncidentFile = operation('activity.incident-file.keep', {
  allow: 'incident.write',
  summary: 'Keep an uploaded file as evidence of a record',
  input: z.strictObject({ id: z.uuid(), incidentId: z.uuid(), file: StoredFile }),
  output: IncidentFile,
  deadline: 15_000,
});

/** Read by `GET /incident-files/:id`. */
export const openIncidentFile = operation('activity.incident-file.open', {
  allow: 'incident.read',
  summary: 'Put a file of evidence into the object store, for an answer',
  input: z.strictObject({ id: z.uuid() }),
  output: IncidentFile.extend({ file: StoredFile }),
  deadline: 15_000,
});

/** What the records of a team and its approved duty come to for one indicator of its report. */
export const SuggestedValue = z.object({
  teamId: z.uuid(),
  indicatorCode: z.string(),
  numerator: z.number().int(),
  /** Null of an indicator without one. */
  denominator: z.number().int().nullable(),
  /** Records and duties that it comes from. */
  sources: z.number().int(),
});
export type SuggestedValue = z.infer<typeof SuggestedValue>;

export const listSuggestedValues = operation('activity.incident.suggest', {
  http: 'GET /suggested-values',
  allow: 'incident.read',
  summary:
    'What the records of teams come to between two days, by indicator: suggested, not reported',
  input: z
    .strictObject({
      from: PlainDate,
      to: PlainDate,
      teamId: z.uuid().optional(),
      within: z.uuid().optional(),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-from' }),
  output: z.object({ items: z.array(SuggestedValue) }),
  deadline: 10_000,
});

/** Facts about records tell neither what was written nor where. */
const about = { id: z.uuid(), teamId: z.uuid(), kindCode: z.string() };
export const incidentRecorded = event('activity.incident-recorded.v1', z.object(about));
export const incidentCorrected = event(
  'activity.incident-corrected.v1',
  z.object({ ...about, fields: z.array(z.string()), reason: z.string() }),
);
export const incidentWithdrawn = event(
  'activity.incident-withdrawn.v1',
  z.object({ ...about, reason: z.string() }),
);
export const incidentFileKept = event(
  'activity.incident-file-kept.v1',
  z.object({ id: z.uuid(), incidentId: z.uuid() }),
);
export const incidentFileOpened = event(
  'activity.incident-file-opened.v1',
  z.object({ id: z.uuid(), incidentId: z.uuid() }),
);
