import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Figure } from './figure.ts';

export const Level = z.enum(['province', 'district', 'commune', 'village']);
export type Level = z.infer<typeof Level>;

/** Vietnamese kinds of unit, as the law names them; local names of villages (Law 30 Art. 2.1) included. */
export const UnitKind = z.enum([
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'huyện đảo',
  'thôn',
  'làng',
  'ấp',
  'bản',
  'buôn',
  'bon',
  'phum',
  'sóc',
  'xóm',
  'tổ dân phố',
  'khu phố',
  'khối phố',
  'khóm',
  'tiểu khu',
  'khu dân cư',
  'khu vực',
]);
export type UnitKind = z.infer<typeof UnitKind>;

/** A territorial unit as it stands on a day: identity is the id; name, kind, code and parent are dated. */
export const Unit = z.object({
  id: z.uuid(),
  level: Level,
  kind: UnitKind,
  /** Code in its list (GSO codes are text with leading zeros, and are reused from list to list). */
  code: z.string(),
  list: z.string(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type Unit = z.infer<typeof Unit>;

export const UnitProfile = Unit.extend({
  ancestors: z.array(z.object({ id: z.uuid(), level: Level, kind: UnitKind, name: z.string() })),
  figures: z.array(Figure),
  tags: z.array(z.string()),
  /** Longitude, latitude of a point on the surface, and the box around the outline; null without outline. */
  point: z.tuple([z.number(), z.number()]).nullable(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});
export type UnitProfile = z.infer<typeof UnitProfile>;

export const listUnits = operation('organisation.unit.list', {
  http: 'GET /units',
  allow: 'signed-in',
  summary: 'Units of a day; names of provinces, districts and communes are public, villages scoped',
  input: z.strictObject({
    on: PlainDate,
    level: Level.optional(),
    within: z.uuid().optional(),
    /** Part of a name (blanks may be left out), a kind with a name, or the beginning of a code. */
    q: z.string().max(100).optional(),
    /** `all`: also units, and names, that stood on other days only; each as of the day nearest to `on`. */
    days: z.enum(['asked', 'all']).optional(),
    kind: UnitKind.optional(),
    /** Only units that bear this tag on the day. */
    tag: z.string().max(200).optional(),
    /** Only what lies directly below this unit. */
    parentId: z.uuid().optional(),
    /** With the latest figures and the tags of the day. */
    facts: z.enum(['all']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: pageOf(
    Unit.extend({
      parentName: z.string().nullable(),
      parentKind: UnitKind.nullable(),
      facts: z.object({ figures: z.array(Figure), tags: z.array(z.string()) }).optional(),
    }),
  ),
});

export const getUnit = operation('organisation.unit.get', {
  http: 'GET /units/:id',
  allow: 'unit.read',
  summary: 'One unit as of a day, with figures, tags and ancestors',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: UnitProfile,
});

/** One thing that happened to a unit. */
export const UnitChange = z.object({
  on: PlainDate,
  what: z.enum([
    'named',
    'placed',
    'ended',
    'outlined',
    'quota',
    'team-founded',
    'team-dissolved',
    'reorganised',
    'tagged',
    'tag-ended',
    'below-changed',
  ]),
  name: z.string().nullable(),
  kind: UnitKind.nullable(),
  parentName: z.string().nullable(),
  instrumentNumber: z.string().nullable(),
  instrumentId: z.uuid().nullable(),
  /** How many units lay directly below on the eve and from the day on; how many of them are new and gone. */
  below: z
    .object({
      level: Level.exclude(['province']),
      before: z.number().int(),
      after: z.number().int(),
      came: z.number().int(),
      went: z.number().int(),
    })
    .nullable(),
});

export const getUnitHistory = operation('organisation.unit.history', {
  http: 'GET /units/:id/history',
  allow: 'unit.read',
  summary: 'What changed about a unit, latest first',
  input: z.strictObject({ id: z.uuid() }),
  output: pageOf(UnitChange),
});

export const renameUnit = operation('organisation.unit.rename', {
  http: 'POST /units/:id/names',
  allow: 'unit.write',
  summary: 'Give a unit another name (or kind) from a day on',
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(200),
    kind: UnitKind.optional(),
    validFrom: PlainDate,
  }),
  output: Unit,
});

/** Is each of these units inside the caller's area for a permission? Asked by services, once a decision. */
export const placeUnits = operation('organisation.unit.place', {
  allow: 'services',
  summary: 'Which of these units lie within those roots on a day',
  input: z.strictObject({
    unitIds: z.array(z.uuid()).max(5000),
    roots: z.union([z.literal('all'), z.array(z.uuid())]),
    on: PlainDate,
  }),
  output: z.object({
    within: z.array(z.uuid()),
    names: z.record(z.string(), z.string()),
    kinds: z.record(z.string(), UnitKind),
  }),
});

/** Finds units by list and code (areas and accounts are imported by code). */
export const findUnits = operation('organisation.unit.find', {
  allow: 'services',
  summary: 'Ids of units by list and code',
  input: z.strictObject({
    keys: z.array(z.strictObject({ level: Level, list: z.string(), code: z.string() })).max(5000),
  }),
  output: z.object({ ids: z.array(z.uuid().nullable()) }),
});

export const unitRenamed = event('organisation.unit-renamed.v1', renameUnit.input);

/** A file of units was taken in; receivers read again what they need. */
export const unitsImported = event(
  'organisation.units-imported.v1',
  z.object({
    jobId: z.string(),
    validFrom: PlainDate,
    list: z.string(),
    counts: z.record(z.string(), z.number()),
  }),
);
