import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Apportioning } from './apportioning.ts';
import { Level, UnitKind } from './unit.ts';

/** What a unit lacks on the day. */
export const Gap = z.enum([
  'villages-uncovered',
  'teams-short',
  'teams-over',
  'workplace-missing',
  'quota-missing',
  'consolidation-overdue',
]);
export type Gap = z.infer<typeof Gap>;

const count = z.number().int();

/**
 * How far a unit is covered on a day. `decided` comes from the quota in force (null without one), `active`
 * from teams founded and not dissolved; norm, serving and paid are null until their services know them.
 */
export const Coverage = z.object({
  unit: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    kind: UnitKind,
    level: Level,
    parentId: z.uuid().nullable(),
    parentName: z.string().nullable(),
    parentKind: UnitKind.nullable(),
  }),
  villages: count,
  coveredVillages: count,
  teams: z.object({ norm: count.nullable(), decided: count.nullable(), active: count }),
  members: z.object({
    norm: count.nullable(),
    decided: count.nullable(),
    serving: count.nullable(),
    paid: count.nullable(),
  }),
  /** `teamsWith`: active teams that have a workplace; `total`: workplaces in use. */
  workplaces: z.object({ teamsWith: count, total: count }),
  /** Communes below (or itself) that are short of teams, and that have a team without workplace. */
  communes: z.object({ total: count, teamsShort: count, workplaceMissing: count }),
  gaps: z.array(Gap),
  /** Figures that were shared out where a unit was divided; there only when restated. */
  apportioned: z.array(z.string()).optional(),
});
export type Coverage = z.infer<typeof Coverage>;

export const getCoverage = operation('organisation.coverage.get', {
  http: 'GET /coverage',
  allow: 'coverage.read',
  summary: 'Coverage of my area on a day, a row per unit of a level, and the total',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    level: Level.default('commune'),
    /** The same figures in the units of this day (law BR-08). */
    restate: PlainDate.optional(),
    apportioning: Apportioning.optional(),
  }),
  output: z.object({
    items: z.array(Coverage),
    total: Coverage.omit({ unit: true }),
    /** Villages and quotas whose successors are not known: they are in the total alone. */
    unplaced: count.optional(),
  }),
  deadline: 10_000,
});
