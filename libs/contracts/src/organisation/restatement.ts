import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Apportioning } from './apportioning.ts';
import { Coverage } from './coverage.ts';
import { Level } from './unit.ts';

const number = z.object({
  value: z.number(),
  /** Whole units alone, nothing shared out. */
  exact: z.boolean(),
});

/** Decided numbers and figures of a day, in a unit of another. */
export const Restatement = z.object({
  unit: Coverage.shape.unit,
  villages: number.nullable(),
  teams: number.nullable(),
  members: number.nullable(),
  leaders: number.nullable(),
  deputies: number.nullable(),
  ordinary: number.nullable(),
  households: number.nullable(),
  population: number.nullable(),
  areaKm2: number.nullable(),
  /** The communes of the day that this is made of, by name, and whether all of each. */
  of: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string(), whole: z.boolean() })),
});
export type Restatement = z.infer<typeof Restatement>;

export const listRestatements = operation('organisation.restatement.list', {
  http: 'GET /restatements',
  allow: 'coverage.read',
  summary: 'Quotas and figures of a day in the units of another, and which of them were shared out',
  input: z.strictObject({
    on: PlainDate,
    restate: PlainDate,
    apportioning: Apportioning.optional(),
    within: z.uuid().optional(),
    level: Level.exclude(['village']).default('commune'),
  }),
  output: z.object({
    items: z.array(Restatement),
    /** All of it, whether a unit of the other day took it over or not. */
    total: Restatement.omit({ unit: true, of: true }),
    /** Communes whose successors are not known. */
    unplaced: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
  }),
  deadline: 20_000,
});
