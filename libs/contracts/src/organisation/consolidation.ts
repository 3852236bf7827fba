import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from './unit.ts';

const Named = z.object({ id: z.uuid(), kind: UnitKind, name: z.string() });
const count = z.number().int();

/**
 * Who has to decide next: new teams after a village event need a provincial decision dated on or after it, which
 * the commune chair's decision cites (Law 30/2023/QH15 Art. 14.4–14.5, 17.1; law BR-86).
 */
export const ConsolidationStep = z.enum(['provincial-decision', 'chair-decision']);
export type ConsolidationStep = z.infer<typeof ConsolidationStep>;

/** Teams that share a village since it was made of several: they stay until somebody decides (law BR-85). */
export const ConsolidationGroup = z.object({
  /** The village with the lowest id of those that are shared. */
  id: z.uuid(),
  commune: Named.extend({ code: z.string() }),
  villages: z.array(Named.extend({ code: z.string(), households: count.nullable() })),
  since: PlainDate,
  /** What joined the villages; null where teams were put on one village otherwise. */
  act: z
    .object({ id: z.uuid(), title: z.string(), instrumentId: z.uuid(), number: z.string() })
    .nullable(),
  teams: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: z.string(),
      foundedOn: PlainDate,
      /** What it looked after on the eve. */
      villages: count,
      households: count.nullable(),
      /** Its part of the members that are decided for the commune. */
      share: count.nullable(),
    }),
  ),
  step: ConsolidationStep,
  /** The provincial decision that a chair's decision can cite. */
  basis: z.object({ id: z.uuid(), number: z.string(), signedOn: PlainDate }).nullable(),
  /** The last day that the province allows; after it the state is a warning. */
  until: PlainDate.nullable(),
  overdue: z.boolean(),
  /** Goes on: the team with most villages, then most households, then the oldest; with the village's name. */
  proposal: z.object({ teamId: z.uuid(), name: z.string() }),
});
export type ConsolidationGroup = z.infer<typeof ConsolidationGroup>;

/** How far a commune has come. */
export const CommuneConsolidation = z.object({
  unit: Named.extend({ code: z.string() }),
  waiting: count,
  teams: count,
  decided: count,
  step: ConsolidationStep,
  basis: ConsolidationGroup.shape.basis,
  until: PlainDate.nullable(),
  overdue: z.boolean(),
});
export type CommuneConsolidation = z.infer<typeof CommuneConsolidation>;

export const listConsolidations = operation('organisation.consolidation.list', {
  http: 'GET /consolidations',
  allow: 'team.read',
  summary:
    'Villages on which several teams stand and wait for a decision, with a proposal for each',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(ConsolidationGroup),
  deadline: 10_000,
});

export const listCommuneConsolidations = operation('organisation.consolidation.by-commune', {
  http: 'GET /consolidations/communes',
  allow: 'team.read',
  summary:
    'Communes with teams that wait for consolidation or were consolidated, and how far they are',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({
    items: z.array(CommuneConsolidation),
    totals: z.object({ waiting: count, teams: count, decided: count, overdue: count }),
  }),
  deadline: 10_000,
});

/** Until when teams may share a village: set by the province for itself or for a commune (law BR-85). */
export const ConsolidationTerm = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  endsOn: PlainDate,
  instrumentId: z.uuid().nullable(),
  validFrom: PlainDate,
});
export type ConsolidationTerm = z.infer<typeof ConsolidationTerm>;

export const setConsolidationTerm = operation('organisation.consolidation.set-term', {
  http: 'POST /consolidations/terms',
  allow: 'quota.write',
  summary: 'Say until when teams of a unit may share a village; the standing term ends there',
  input: z.strictObject({
    ...ConsolidationTerm.shape,
    instrumentId: z.uuid().nullable().default(null),
  }),
  output: ConsolidationTerm,
});
export const consolidationTermSet = event(
  'organisation.consolidation-term-set.v1',
  ConsolidationTerm,
);
