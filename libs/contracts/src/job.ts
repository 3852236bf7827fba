import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { SoftRule } from './organisation/team-act.ts';

/** What an uploaded file holds, and the service that takes it in. */
export const importKinds = {
  units: 'organisation',
  boundaries: 'organisation',
  quotas: 'organisation',
  teams: 'organisation',
  workplaces: 'organisation',
  reorganisations: 'organisation',
  consolidations: 'organisation',
  accounts: 'identity',
  roster: 'personnel',
  'payment-results': 'personnel',
} as const;
export const ImportKind = z.enum(
  Object.keys(importKinds) as [keyof typeof importKinds, ...(keyof typeof importKinds)[]],
);
export type ImportKind = z.infer<typeof ImportKind>;

/** A coordinate system the user chooses where the file names none. */
export const CrsChoice = z.union([
  z.enum(['wgs84', 'vn2000-utm-48', 'vn2000-utm-49']),
  /** VN-2000 TM-3 with the province's central meridian in degrees, e.g. `vn2000-tm3-107.00`. */
  z.string().regex(/^vn2000-tm3-1\d\d\.\d\d$/),
]);
export type CrsChoice = z.infer<typeof CrsChoice>;

export const ImportOptions = z.strictObject({
  /** The day from which what the file says holds. */
  validFrom: PlainDate.optional(),
  /** The list the file's unit codes belong to: codes are reused, so a key is (list, code). */
  list: z.string().min(1).max(40).optional(),
  /** The list the parents' codes belong to, where it is another one. */
  parentList: z.string().min(1).max(40).optional(),
  /** The list that this file replaces: its units not named here end the day before. */
  closes: z.string().min(1).max(40).optional(),
  level: z.enum(['province', 'district', 'commune', 'village']).optional(),
  instrumentId: z.uuid().optional(),
  crs: CrsChoice.optional(),
  source: z.string().max(300).optional(),
  /** For rows whose name fits several units (or teams) or none: place in the file → the one the user chose. */
  choices: z.record(z.string(), z.uuid()).optional(),
  /** The rules that what the file says breaks knowingly, and why; every other one refuses it. */
  accept: z.array(SoftRule).max(10).optional(),
  reason: z.string().trim().max(500).optional(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** What is wrong with a row: a code (text in i18n), where it stands, and members for the text. */
export const RowProblem = z.looseObject({
  code: z.string(),
  /** Place in the file, e.g. `Sheet1!B12`. */
  at: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  candidates: z
    .array(z.object({ id: z.uuid(), name: z.string(), parentName: z.string().nullable() }))
    .optional(),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const JobStatus = z.enum(['queued', 'running', 'succeeded', 'rejected', 'failed']);

/** Long work: an import being checked (dry run) or applied. Survives restarts of its service. */
export const Job = z.object({
  id: z.string(),
  kind: ImportKind,
  dryRun: z.boolean(),
  status: JobStatus,
  fileName: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z.object({
    phase: z.enum(['waiting', 'reading', 'checking', 'applying', 'done']),
    done: z.number().int(),
    total: z.number().int().nullable(),
  }),
  options: ImportOptions,
  /** Counts by what happened or would happen (`added`, `changed`, `unchanged`, `ended`, `read`…). */
  counts: z.record(z.string(), z.number()),
  /** The first 200; all are in the error workbook. */
  problems: z.array(RowProblem),
  errors: z.number().int(),
  warnings: z.number().int(),
  /** Of the uploaded file, in hexadecimal digits. */
  sha256: z.string().optional(),
  /** False once the file's time was over: the record stays, the file cannot be shown or applied any more. */
  fileKept: z.boolean().optional(),
});
export type Job = z.infer<typeof Job>;

/** A file waiting in the object store of the bus. */
export const StoredFile = z.object({
  object: z.string(),
  name: z.string(),
  size: z.number().int(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** Which of my jobs: those that come after the cursor, newest first. */
export const JobPage = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Where a job stands among those of all services: a cursor means the same to each of them. */
export function jobCursor({ createdAt, id }: Pick<Job, 'createdAt' | 'id'>): string {
  return `${createdAt} ${id}`;
}

const oneJob = z.strictObject({ id: z.string().max(80) });

/**
 * Each service that imports files answers these; a job's id starts with the service's name
 * (`organisation.0198…`), so that the gateway knows whom to ask.
 */
export function jobOperations<S extends string>(service: S) {
  return {
    start: operation(`${service}.job.start`, {
      allow: 'signed-in',
      summary: 'Check or apply an uploaded file',
      input: z.strictObject({
        id: z.string().max(80),
        kind: ImportKind,
        dryRun: z.boolean(),
        file: StoredFile,
        options: ImportOptions,
      }),
      output: Job,
      deadline: 15_000,
    }),
    get: operation(`${service}.job.get`, {
      allow: 'signed-in',
      summary: 'State of a job of my own',
      input: oneJob,
      output: Job,
    }),
    list: operation(`${service}.job.list`, {
      allow: 'signed-in',
      summary: 'My jobs, newest first',
      input: JobPage,
      output: pageOf(Job),
    }),
    apply: operation(`${service}.job.apply`, {
      allow: 'signed-in',
      summary: 'Apply the file of a dry run of mine that succeeded, as a new job',
      input: z.strictObject({ id: z.string().max(80), jobId: oneJob.shape.id }),
      output: Job,
    }),
    errors: operation(`${service}.job.errors`, {
      allow: 'signed-in',
      summary: 'The file with its errors beside the rows (.xlsx), in the object store',
      input: oneJob,
      output: StoredFile,
      deadline: 30_000,
    }),
  } as const;
}

export const organisationJobs = jobOperations('organisation');
export const identityJobs = jobOperations('identity');
export const personnelJobs = jobOperations('personnel');

/** What the audit log keeps of a file that was checked or applied, whatever came of it. */
function jobEnded<S extends string>(service: S) {
  return event(
    `${service}.job-ended.v1`,
    z.object({
      jobId: z.string(),
      kind: ImportKind,
      dryRun: z.boolean(),
      status: JobStatus,
      fileName: z.string(),
      sha256: z.string(),
      size: z.number().int(),
      counts: z.record(z.string(), z.number()),
      errors: z.number().int(),
      warnings: z.number().int(),
    }),
  );
}

export const organisationJobEnded = jobEnded('organisation');
export const identityJobEnded = jobEnded('identity');
export const personnelJobEnded = jobEnded('personnel');

/** What a service answers about its jobs, and what it tells of them. */
export const jobMessages = {
  organisation: { ...organisationJobs, ended: organisationJobEnded },
  identity: { ...identityJobs, ended: identityJobEnded },
  personnel: { ...personnelJobs, ended: personnelJobEnded },
} as const;
export type JobMessages = (typeof jobMessages)[keyof typeof jobMessages];

/** Where the outlines of a file would lie beside those that stand (GeoJSON, both in WGS84). */
export const previewJob = operation('organisation.job.preview', {
  http: 'GET /jobs/:id/preview',
  allow: 'unit.write',
  summary: 'Outlines of the file over the standing ones (GeoJSON)',
  input: oneJob,
  output: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ name: z.string(), source: z.enum(['file', 'standing']) }),
        geometry: z.unknown(),
      }),
    ),
  }),
  deadline: 15_000,
});
