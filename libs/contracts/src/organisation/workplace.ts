import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

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
});
export type Workplace = z.infer<typeof Workplace>;

export const listWorkplaces = operation('organisation.workplace.list', {
  http: 'GET /workplaces',
  allow: 'workplace.read',
  summary: 'Workplaces in use on a day, with the teams they serve',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
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
  }),
  output: Workplace,
});

export const workplaceOpened = event('organisation.workplace-opened.v1', Workplace);
export const workplacesImported = event(
  'organisation.workplaces-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
