import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CriteriaDocument } from './criteria-document.ts';

/**
 * Criteria of a province: a draft can be tried out, only adopted ones give the norm. They hold for the units
 * they name, else for their instrument's territory (a former province keeps its own), and end with it.
 */
export const Criteria = z.object({
  id: z.uuid(),
  /** The resolution; a draft may still lack one. */
  instrumentId: z.uuid().nullable(),
  /** Empty = the instrument's territory. */
  units: z.array(z.uuid()),
  status: z.enum(['draft', 'adopted', 'withdrawn']),
  validFrom: PlainDate.nullable(),
  /** First day on which they no longer hold; the instrument may end them earlier. */
  validTo: PlainDate.nullable(),
  document: CriteriaDocument,
});
export type Criteria = z.infer<typeof Criteria>;

export const CriteriaRow = Criteria.omit({ document: true }).extend({
  name: z.string(),
  certainty: CriteriaDocument.shape.certainty,
  instrumentNumber: z.string().nullable(),
  instrumentTitle: z.string().nullable(),
  /** First day on which they no longer hold, whatever ended them. */
  endsOn: PlainDate.nullable(),
  /** Named units (or the instrument's) by name, for the list. */
  territory: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type CriteriaRow = z.infer<typeof CriteriaRow>;

export const listCriteria = operation('organisation.criteria.list', {
  http: 'GET /criteria',
  allow: 'criteria.read',
  summary: 'Criteria: drafts, adopted and withdrawn ones, latest first; or those in force on a day',
  input: z.strictObject({
    /** Only adopted ones in force on that day. */
    on: PlainDate.optional(),
    status: Criteria.shape.status.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: pageOf(CriteriaRow),
});

export const getCriteria = operation('organisation.criteria.get', {
  http: 'GET /criteria/:id',
  allow: 'criteria.read',
  summary: 'Criteria with the whole document',
  input: z.strictObject({ id: z.uuid() }),
  output: CriteriaRow.extend({ document: CriteriaDocument }),
});

const content = {
  id: z.uuid(),
  instrumentId: z.uuid().nullable().default(null),
  units: z.array(z.uuid()).max(1000).default([]),
  document: CriteriaDocument,
};

export const recordCriteria = operation('organisation.criteria.record', {
  http: 'POST /criteria',
  allow: 'criteria.write',
  summary: 'Record criteria as a draft',
  input: z.strictObject(content),
  output: Criteria,
});

export const changeCriteria = operation('organisation.criteria.change', {
  http: 'PUT /criteria/:id',
  allow: 'criteria.write',
  summary: 'Change a draft; adopted criteria stay as they were adopted',
  input: z.strictObject(content),
  output: Criteria,
});

export const adoptCriteria = operation('organisation.criteria.adopt', {
  http: 'POST /criteria/:id/adoptions',
  allow: 'criteria.write',
  summary: 'Let a draft give the norm from a day on, by its instrument',
  input: z.strictObject({
    id: z.uuid(),
    validFrom: PlainDate,
    /** Adopted criteria that end as these begin; with them or not at all. */
    ends: z.array(z.uuid()).max(20).optional(),
  }),
  output: Criteria,
  deadline: 10_000,
});

export const withdrawCriteria = operation('organisation.criteria.withdraw', {
  http: 'POST /criteria/:id/withdrawals',
  allow: 'criteria.write',
  summary: 'End adopted criteria on a day, or put a draft away',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Criteria,
});

const facts = Criteria.omit({ document: true }).extend({ name: z.string() });
export const criteriaRecorded = event('organisation.criteria-recorded.v1', facts);
export const criteriaChanged = event('organisation.criteria-changed.v1', facts);
export const criteriaAdopted = event('organisation.criteria-adopted.v1', facts);
export const criteriaWithdrawn = event('organisation.criteria-withdrawn.v1', facts);
