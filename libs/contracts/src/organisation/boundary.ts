import { bytes, event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** Layers whose outlines and names everybody may see; they carry no figures. */
export const PublicLayer = z.enum(['provinces', 'districts', 'communes', 'labels']);
/** Layers cut to the viewer's area. */
export const ScopedLayer = z.enum(['teams', 'workplaces']);
export const Layer = z.enum([...PublicLayer.options, ...ScopedLayer.options]);
export type Layer = z.infer<typeof Layer>;

export const getTile = operation('organisation.tile.get', {
  allow: 'services',
  summary: 'A vector tile (Mapbox Vector Tile) of a layer on a day',
  input: z.strictObject({
    layer: Layer,
    z: z.number().int().min(0).max(16),
    x: z.number().int().min(0),
    y: z.number().int().min(0),
    on: PlainDate,
  }),
  output: bytes,
  deadline: 10_000,
});

/** Grows whenever something drawn changes, so that a tile can be kept until then. */
export const getMapVersion = operation('organisation.map.version', {
  allow: 'services',
  summary: 'Versions of what the tiles draw, and the days on which outlines change',
  input: z.strictObject({}),
  output: z.object({
    outlines: z.number().int(),
    points: z.number().int(),
    /** Sorted; a day's outlines are those of the last change day not after it. */
    outlineDays: z.array(PlainDate),
    pointDays: z.array(PlainDate),
  }),
});

export const listChangeDays = operation('organisation.change-day.list', {
  http: 'GET /change-days',
  allow: 'coverage.read',
  summary: 'Days on which something within my area changed: the stops of the day control',
  input: z.strictObject({ within: z.uuid().optional() }),
  output: pageOf(
    z.object({
      on: PlainDate,
      what: z.array(z.enum(['unit', 'boundary', 'quota', 'team', 'workplace'])),
    }),
  ),
});

/** Box around my area (west, south, east, north), for the map's first view, and whom the map owes its outlines. */
export const getExtent = operation('organisation.map.extent', {
  http: 'GET /map-extent',
  allow: 'coverage.read',
  summary: 'Box around what I may see on a day, and the sources of the outlines drawn',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    /** Sources of all outlines of the day, as their imports named them: the map's credit line. */
    sources: z.array(z.string()),
    /** Levels of which any outline is there that day: a map of another level would be empty. */
    levels: z.array(z.enum(['province', 'district', 'commune'])),
  }),
});

/**
 * Points of the viewer's area as plain rows: the browser clusters them (a vector tile cannot be clustered
 * there). Teams stand at their workplace, else at their village.
 */
export const listPoints = operation('organisation.map.points', {
  http: 'GET /map-points',
  allow: 'coverage.read',
  summary: 'Teams or workplaces of a day with their place, for clustering on the map',
  input: z.strictObject({ on: PlainDate, layer: ScopedLayer, within: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        /** Workplaces: their kind; teams: null. */
        kind: z.string().nullable(),
        lon: z.number(),
        lat: z.number(),
        communeId: z.uuid().nullable(),
        /** Teams: has a workplace that day; workplaces: serves a team. */
        served: z.boolean(),
      }),
    ),
  }),
  deadline: 10_000,
});

/** One decision for a service that records something at a place. */
export const coversPoint = operation('organisation.map.covers', {
  allow: 'services',
  summary: 'Whether the outline of a unit covers a point on a day; null where it is not known',
  input: z.strictObject({ communeId: z.uuid(), lon: z.number(), lat: z.number(), on: PlainDate }),
  output: z.object({ covers: z.boolean().nullable() }),
});

export const mapChanged = event(
  'organisation.map-changed.v1',
  z.object({ outlines: z.number().int(), points: z.number().int() }),
);

export const boundariesImported = event(
  'organisation.boundaries-imported.v1',
  z.object({
    jobId: z.string(),
    validFrom: PlainDate,
    counts: z.record(z.string(), z.number()),
  }),
);
