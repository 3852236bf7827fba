import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Coverage } from './coverage.ts';
import { Level, UnitKind } from './unit.ts';

const count = z.number().int();

/** The figures of an area on a day, as the total of its coverage says them. */
export const CoveragePoint = z.object({
  on: PlainDate,
  villages: count,
  coveredVillages: count,
  teamsDecided: count.nullable(),
  teamsActive: count,
  teamsWithWorkplace: count,
  membersDecided: count.nullable(),
});
export type CoveragePoint = z.infer<typeof CoveragePoint>;

export const listCoverageSeries = operation('organisation.coverage.series', {
  http: 'GET /coverage/series',
  allow: 'coverage.read',
  summary:
    'Figures of an area over time: on the days on which something changed, or month by month',
  input: z.strictObject({
    from: PlainDate,
    to: PlainDate,
    within: z.uuid().optional(),
    step: z.enum(['change', 'month']).default('month'),
  }),
  output: pageOf(CoveragePoint),
  deadline: 10_000,
});

const Figures = Coverage.omit({ unit: true, gaps: true });

/** A group of communes that is read as one: a district of the last day of districts, or an area of mine. */
export const CoverageGroup = Figures.extend({
  group: z.object({
    id: z.uuid(),
    /** Null where only the caller knows the name: an area of mine. */
    name: z.string().nullable(),
    kind: UnitKind.nullable(),
  }),
  /** The communes that are counted in it. */
  units: z.array(z.uuid()),
});
export type CoverageGroup = z.infer<typeof CoverageGroup>;

export const listCoverageGroups = operation('organisation.coverage.groups', {
  http: 'GET /coverage/groups',
  allow: 'coverage.read',
  summary: 'Coverage by former district or by my areas; each commune counts in one former district',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    by: z.enum(['former-district', 'area']),
  }),
  output: pageOf(CoverageGroup).extend({ total: count, whole: Figures }),
  deadline: 10_000,
});

export const compareCoverage = operation('organisation.coverage.compare', {
  http: 'GET /coverage/comparison',
  allow: 'coverage.read',
  summary:
    'Coverage of two days side by side in the units of the later day, with what began and ended',
  input: z.strictObject({
    from: PlainDate,
    to: PlainDate,
    within: z.uuid().optional(),
    level: Level.exclude(['village']).default('commune'),
  }),
  output: pageOf(
    z.object({
      unit: Coverage.shape.unit,
      /** `restated`: the earlier figures are those of its predecessors, by their shares. */
      standing: z.enum(['both', 'restated', 'began', 'ended']),
      before: CoveragePoint.omit({ on: true }).nullable(),
      after: CoveragePoint.omit({ on: true }).nullable(),
      /** What it was made of on the earlier day. */
      predecessors: z.array(z.object({ id: z.uuid(), name: z.string(), share: z.number() })),
    }),
  ),
  deadline: 15_000,
});
