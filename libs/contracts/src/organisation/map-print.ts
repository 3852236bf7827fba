import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from './unit.ts';

const OutlinedLevel = z.enum(['province', 'district', 'commune']);

/** Transverse Mercator with the scale kept at its middle: within a province true to 0.1 ‰. */
export const Projection = z.strictObject({
  lon: z.number().min(100).max(120),
  lat: z.number().min(4).max(25),
});
export type Projection = z.infer<typeof Projection>;

/** Metres east and north of the projection's middle: west, south, east, north. */
export const Metres = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Metres = z.infer<typeof Metres>;

export const frameMap = operation('organisation.map.frame', {
  allow: 'services',
  summary: 'Projection and box of a printed map of the area; the far islands are drawn apart',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({
    projection: Projection.nullable(),
    box: Metres.nullable(),
    /** The area owns islands of Hoàng Sa or Trường Sa, or is the whole country. */
    islands: z.boolean(),
  }),
  deadline: 10_000,
});

export const listOutlines = operation('organisation.map.outlines', {
  allow: 'services',
  summary: 'Outlines of a level in metres of a printed map; a page may be shorter',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    level: OutlinedLevel,
    projection: Projection,
    box: Metres,
    /** Metres that the paper cannot show. */
    tolerance: z.number().min(0).max(100_000),
    cursor: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(1_000).default(400),
  }),
  output: pageOf(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: UnitKind,
      /** Inside the area asked for. */
      inside: z.boolean(),
      label: z.tuple([z.number(), z.number()]),
      /** Rings, outer and inner alike, as x, y, x, y … */
      rings: z.array(z.array(z.number())),
    }),
  ),
  deadline: 10_000,
});
