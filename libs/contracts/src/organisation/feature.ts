import { operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** What geographic programs read: units by level, places, and the figures of the communes. */
export const FeatureCollection = z.enum([
  'provinces',
  'districts',
  'communes',
  'villages',
  'teams',
  'workplaces',
  'coverage',
]);
export type FeatureCollection = z.infer<typeof FeatureCollection>;

/** West, south, east, north in degrees (WGS84). */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

/** A GeoJSON feature (RFC 7946); null geometry where the place is not known that day. */
export const Feature = z.object({
  type: z.literal('Feature'),
  id: z.uuid(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }).nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Feature = z.infer<typeof Feature>;

export const listFeatures = operation('organisation.feature.list', {
  allow: 'services',
  summary:
    'Units, teams, workplaces or coverage of a day as GeoJSON features; a page may be shorter',
  input: z.strictObject({
    collection: FeatureCollection,
    on: PlainDate,
    within: z.uuid().optional(),
    box: Box.optional(),
    ids: z.array(z.uuid()).max(1_000).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(1_000).default(200),
  }),
  output: pageOf(Feature),
  deadline: 10_000,
});
