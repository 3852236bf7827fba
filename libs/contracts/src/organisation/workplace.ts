import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { FileIds, KeptFile } from '../file.ts';

const named = z.object({ id: z.uuid(), name: z.string(), kind: z.string() });

/** Where teams work from (law BR-65): an own office, a culture house, the commune police, or shared. */
export const Workplace = z.object({
  id: z.uuid(),
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['office', 'culture-house', 'police-office', 'shared']),
  address: z.string().max(300),
  /** The village it stands in; the commune follows from it, as of any day. */
  villageId: z.uuid(),
  /** WGS84 degrees, within the box around Viet Nam with its islands. */
  lon: z.number().min(101).max(119),
  lat: z.number().min(4).max(25),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
  /** By what right it is used; null where nobody has said. */
  tenure: z.enum(['owned', 'borrowed', 'rented']).nullable(),
  /** Last day of the loan or lease. */
  tenureUntil: PlainDate.nullable(),
  condition: z.enum(['good', 'worn', 'poor']).nullable(),
  areaM2: z.number().positive().max(10_000).nullable(),
});
export type Workplace = z.infer<typeof Workplace>;

export const listWorkplaces = operation('organisation.workplace.list', {
  http: 'GET /workplaces',
  allow: 'workplace.read',
  summary: 'Workplaces in use on a day, with the teams they serve',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    q: z.string().max(100).optional(),
    kind: Workplace.shape.kind.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(
    Workplace.extend({ teams: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  ),
});

export const openWorkplace = operation('organisation.workplace.open', {
  http: 'POST /workplaces',
  allow: 'workplace.write',
  summary: 'Record a workplace and the teams it serves from a day on',
  input: z.strictObject({
    id: z.uuid(),
    code: Workplace.shape.code,
    name: Workplace.shape.name,
    kind: Workplace.shape.kind,
    address: Workplace.shape.address.default(''),
    villageId: z.uuid(),
    lon: Workplace.shape.lon,
    lat: Workplace.shape.lat,
    validFrom: PlainDate,
    teamIds: z.array(z.uuid()).max(20).default([]),
    tenure: Workplace.shape.tenure.default(null),
    tenureUntil: Workplace.shape.tenureUntil.default(null),
    condition: Workplace.shape.condition.default(null),
    areaM2: Workplace.shape.areaM2.default(null),
    photoIds: FileIds.default([]),
  }),
  output: Workplace,
});

/** A workplace on a day: before it opens and after it closes, as it was on its first or last day. */
export const WorkplaceProfile = Workplace.extend({
  on: PlainDate,
  /** The day from which it is as it is told. */
  since: PlainDate,
  village: named,
  commune: named.nullable(),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), since: PlainDate })),
  photos: z.array(KeptFile),
  /** Law BR-65: the point lies outside its commune's outline of the day. */
  isOutside: z.boolean(),
});
export type WorkplaceProfile = z.infer<typeof WorkplaceProfile>;

export const getWorkplace = operation('organisation.workplace.get', {
  http: 'GET /workplaces/:id',
  allow: 'workplace.read',
  summary: 'One workplace with its facts, teams and photos',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: WorkplaceProfile,
});

/** What happened to a workplace; `changed` names the facts that differ from before. */
export const WorkplaceHappening = z.object({
  on: PlainDate,
  what: z.enum(['opened', 'changed', 'team-in', 'team-out', 'closed']),
  changed: z.array(z.string()),
  state: Workplace.omit({ id: true, validFrom: true, validTo: true, code: true }).nullable(),
  team: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type WorkplaceHappening = z.infer<typeof WorkplaceHappening>;

export const getWorkplaceHistory = operation('organisation.workplace.history', {
  http: 'GET /workplaces/:id/history',
  allow: 'workplace.read',
  summary: 'What happened to a workplace and who moved in and out',
  input: z.strictObject({ id: z.uuid() }),
  output: pageOf(WorkplaceHappening),
});

const { name, kind, address, villageId, lon, lat } = Workplace.shape;
const { tenure, tenureUntil, condition, areaM2 } = Workplace.shape;
export const changeWorkplace = operation('organisation.workplace.change', {
  http: 'POST /workplaces/:id/states',
  allow: 'workplace.write',
  summary: 'Change or move a workplace from a day on; what is left out stays',
  input: z.strictObject({
    id: z.uuid(),
    validFrom: PlainDate,
    name: name.optional(),
    kind: kind.optional(),
    address: address.optional(),
    villageId: villageId.optional(),
    lon: lon.optional(),
    lat: lat.optional(),
    tenure: tenure.optional(),
    tenureUntil: tenureUntil.optional(),
    condition: condition.optional(),
    areaM2: areaM2.optional(),
    /** Photos to add. */
    photoIds: FileIds.default([]),
    /** Photos to take off. */
    dropPhotoIds: FileIds.default([]),
  }),
  output: Workplace.extend({ isOutside: z.boolean() }),
});

export const closeWorkplace = operation('organisation.workplace.close', {
  http: 'POST /workplaces/:id/closings',
  allow: 'workplace.write',
  summary: 'Close a workplace on a day; its teams leave',
  input: z.strictObject({ id: z.uuid(), closedOn: PlainDate }),
  output: Workplace,
});

export const assignWorkplace = operation('organisation.workplace.assign', {
  http: 'POST /teams/:id/workplaces',
  allow: 'workplace.write',
  summary: 'Let a team work from a workplace from a day on, or from none',
  input: z.strictObject({ id: z.uuid(), workplaceId: z.uuid().nullable(), validFrom: PlainDate }),
  output: z.object({ id: z.uuid(), workplaceId: z.uuid().nullable(), validFrom: PlainDate }),
});

export const workplaceChanged = event('organisation.workplace-changed.v1', Workplace);
export const workplaceClosed = event(
  'organisation.workplace-closed.v1',
  z.object({ id: z.uuid(), closedOn: PlainDate, teamIds: z.array(z.uuid()) }),
);
export const workplaceAssigned = event(
  'organisation.workplace-assigned.v1',
  z.object({ teamId: z.uuid(), workplaceId: z.uuid().nullable(), validFrom: PlainDate }),
);
export const workplaceOpened = event('organisation.workplace-opened.v1', Workplace);
export const workplacesImported = event(
  'organisation.workplaces-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
