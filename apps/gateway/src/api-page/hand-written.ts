import {
  Gap,
  getCoverage,
  ImportKind,
  ImportOptions,
  Job,
  JobPage,
  KeptFile,
  Layer,
  openSession,
  IncidentFile,
  PersonFile,
  SessionTokens,
} from '@antt/contracts';
import { ownerOf, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileAddress, PersonFileAddress, IncidentFileAddress } from '../files/file.routes.ts';
import { type ExportedList, exportedLists, type Format } from '../exports/exported-list.ts';

import { MapPaperQuestion } from '../exports/map-paper.routes.ts';
import { AnyWorkKind } from '../exports/work-in-unit.ts';
import { xlsx } from '../imports/stored-file.ts';
import { papers } from './hand-written-papers.ts';

/** A route that no operation describes, for the API page. */
export type HandWritten = {
  method: 'get' | 'post' | 'delete';
  path: string;
  tag: string;
  summary: string;
  open?: true;
  query?: z.ZodObject;
  body?: { type: string; schema: z.ZodType };
  status: number;
  answer?: { type: string; schema?: z.ZodType };
};

const json = 'application/json';
const session = {
  type: json,
  schema: SessionTokens.omit({ refreshToken: true, refreshExpiresAt: true }),
};

const fileTypes: Record<Format, string> = {
  xlsx,
  csv: 'text/csv',
  geojson: 'application/geo+json',
};

/** What the pages show of a list beside its question. */
const shownOf: Record<string, z.ZodRawShape> = {
  [getCoverage.subject]: {
    gap: z
      .string()
      .optional()
      .meta({ example: Gap.options.join(','), description: 'Any of these, comma-separated' }),
    q: z.string().optional(),
    metric: z.string().optional(),
    work: AnyWorkKind.optional().meta({ description: 'With `metric=work`: this kind alone' }),
    sort: z.string().optional(),
  },
};

/** A list as a file: the same question, without pages. */
function filesOf({ route, operation, formats }: ExportedList): HandWritten[] {
  const { cursor: _, limit: __, ...shape } = (operation.input as z.ZodObject).shape;
  const path = route.replace(/:(\w+)/g, '{$1}');
  const asked = Object.fromEntries(
    Object.entries(shape).filter(([name]) => !path.includes(`{${name}}`)),
  );
  return formats.map((format) => ({
    method: 'get',
    path: `${path}.${format}`,
    tag: ownerOf(operation),
    summary: `${operation.summary} (as a file, all pages)`,
    query: z.object({
      ...asked,
      ...shownOf[operation.subject],
      ...(format === 'csv' ? { separator: z.enum(['comma', 'semicolon']).optional() } : {}),
    }),
    status: 200,
    answer: { type: fileTypes[format] },
  }));
}

export const handWritten: readonly HandWritten[] = [
  {
    method: 'post',
    path: '/sessions',
    tag: 'identity',
    summary: 'Sign in; what renews the access token comes as an HttpOnly cookie',
    open: true,
    body: { type: json, schema: openSession.input.omit({ address: true }) },
    status: 201,
    answer: session,
  },
  {
    method: 'post',
    path: '/sessions/refresh',
    tag: 'identity',
    summary: 'New access token by the cookie; needs the header X-Requested-With: antt',
    open: true,
    status: 200,
    answer: session,
  },
  {
    method: 'delete',
    path: '/sessions/current',
    tag: 'identity',
    summary: 'Sign out; needs the header X-Requested-With: antt',
    open: true,
    status: 204,
  },
  {
    method: 'get',
    path: '/tiles/{layer}/{z}/{x}/{y}',
    tag: 'organisation',
    summary: `Map tile of a day (${Layer.options.join(', ')}); 204 where nothing is drawn`,
    query: z.object({ on: PlainDate }),
    status: 200,
    answer: { type: 'application/vnd.mapbox-vector-tile' },
  },
  {
    method: 'post',
    path: '/imports',
    tag: 'imports',
    summary: 'Bring in a file (xlsx, csv, geojson, zipped shapefile); poll the job of the answer',
    query: z.object({ kind: ImportKind, dryRun: z.enum(['true', 'false']) }),
    body: {
      type: 'multipart/form-data',
      schema: ImportOptions.extend({
        file: z.string().meta({ format: 'binary' }),
        choices: z.string().optional().meta({ description: 'JSON: place in the file → unit id' }),
        accept: z.string().optional().meta({ description: 'JSON: rules broken knowingly' }),
      }),
    },
    status: 202,
    answer: { type: json, schema: Job },
  },
  {
    method: 'get',
    path: '/imports/roster-template.xlsx',
    tag: 'imports',
    summary: 'A roster to fill in, with lists to choose from and my teams of today',
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'get',
    path: '/jobs',
    tag: 'imports',
    summary: 'My jobs, newest first; services that did not answer are named',
    query: JobPage,
    status: 200,
    answer: { type: json, schema: pageOf(Job).extend({ away: z.array(z.string()) }) },
  },
  {
    method: 'get',
    path: '/jobs/{id}',
    tag: 'imports',
    summary: 'State of a job',
    status: 200,
    answer: { type: json, schema: Job },
  },
  {
    method: 'get',
    path: '/jobs/{id}/errors.xlsx',
    tag: 'imports',
    summary: 'The file with its errors beside the rows, to correct and send again',
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'post',
    path: '/jobs/{id}/applications',
    tag: 'imports',
    summary: 'Apply the file of a dry run of mine that succeeded; poll the job of the answer',
    status: 202,
    answer: { type: json, schema: Job },
  },
  {
    method: 'post',
    path: '/jobs/{id}/hand-overs',
    tag: 'imports',
    summary: 'Sheet with the one-time passwords of an import of accounts; given out once',
    status: 201,
    answer: { type: xlsx },
  },
  {
    method: 'post',
    path: '/files',
    tag: 'files',
    summary:
      'Send a file (PDF, JPEG, PNG, WebP, .docx, .xlsx) to name in `fileIds` of a command within a day',
    query: FileAddress,
    body: {
      type: 'multipart/form-data',
      schema: z.object({ file: z.string().meta({ format: 'binary' }) }),
    },
    status: 201,
    answer: { type: json, schema: KeptFile },
  },
  {
    method: 'get',
    path: '/files/{id}',
    tag: 'files',
    summary: 'A file as it was sent, for whoever may read what it belongs to',
    status: 200,
    answer: { type: 'application/octet-stream' },
  },
  {
    method: 'post',
    path: '/people/{personId}/files',
    tag: 'files',
    summary: 'Keep a file of a person (PDF, JPEG, PNG, WebP, at most 10 MB)',
    query: PersonFileAddress,
    body: {
      type: 'multipart/form-data',
      schema: z.object({ file: z.string().meta({ format: 'binary' }) }),
    },
    status: 201,
    answer: { type: json, schema: PersonFile },
  },
  {
    method: 'get',
    path: '/person-files/{id}',
    tag: 'files',
    summary: 'A file of a person as it was sent; that it was opened goes into the audit log',
    status: 200,
    answer: { type: 'application/octet-stream' },
  },
  {
    method: 'post',
    path: '/incidents/{incidentId}/files',
    tag: 'files',
    summary: 'Keep evidence of a record (PDF, JPEG, PNG, WebP, at most 10 MB)',
    query: IncidentFileAddress,
    body: {
      type: 'multipart/form-data',
      schema: z.object({ file: z.string().meta({ format: 'binary' }) }),
    },
    status: 201,
    answer: { type: json, schema: IncidentFile },
  },
  {
    method: 'get',
    path: '/incident-files/{id}',
    tag: 'files',
    summary: 'Evidence as it was sent; that it was opened goes into the audit log',
    status: 200,
    answer: { type: 'application/octet-stream' },
  },
  ...exportedLists.flatMap(filesOf),
  {
    method: 'get',
    path: '/coverage/map.pdf',
    tag: 'organisation',
    summary:
      'Coverage as a printed map: vector PDF at a stated scale, with legend and signature block',
    query: MapPaperQuestion,
    status: 200,
    answer: { type: 'application/pdf' },
  },
  ...papers,
  {
    method: 'get',
    path: '/ogc',
    tag: 'ogc',
    summary: 'Layers for QGIS (OGC API - Features, Part 1); its own definition is at /api/ogc/api',
    open: true,
    status: 200,
    answer: { type: json },
  },
  {
    method: 'get',
    path: '/ogc/collections',
    tag: 'ogc',
    summary: 'The layers; Basic with a personal access token as the password is taken too',
    status: 200,
    answer: { type: json },
  },
  {
    method: 'get',
    path: '/ogc/collections/{collection}/items',
    tag: 'ogc',
    summary: 'Features of a layer on a day (bbox, datetime, limit, within)',
    status: 200,
    answer: { type: 'application/geo+json' },
  },
  {
    method: 'get',
    path: '/live',
    tag: 'live',
    summary:
      'Server-sent events: `job` (a Job of mine), `changed` ({what: nouns}), `access` (ask /me anew)',
    status: 200,
    answer: { type: 'text/event-stream' },
  },
];
