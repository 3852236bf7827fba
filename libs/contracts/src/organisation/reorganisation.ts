import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Level, Unit, UnitKind } from './unit.ts';

/** A unit that begins with the act; its id is made by the sender. */
export const FoundedUnit = z.strictObject({
  id: z.uuid(),
  level: Level,
  kind: UnitKind,
  list: z.string().trim().min(1).max(40),
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  parentId: z.uuid().nullable(),
  /** Where the instrument says it; else what the predecessors add up to. */
  households: z.number().int().min(0).optional(),
});

/** A unit that goes on under another name, kind or code, or below another unit; what is left out stays. */
export const ChangedUnit = z.strictObject({
  id: z.uuid(),
  kind: UnitKind.optional(),
  list: FoundedUnit.shape.list.optional(),
  code: FoundedUnit.shape.code.optional(),
  name: FoundedUnit.shape.name.optional(),
  parentId: z.uuid().optional(),
  households: FoundedUnit.shape.households,
});

/** So much of a unit (0 < share ≤ 1, of its area or people as the instrument says) becomes part of another. */
export const Lineage = z.strictObject({
  predecessorId: z.uuid(),
  successorId: z.uuid(),
  share: z.number().gt(0).max(1).default(1),
});
export type Lineage = z.infer<typeof Lineage>;

/**
 * One dated act on the tree of units, by a legal instrument (law BR-06, BR-07). A merger is several
 * predecessors of one successor, a split several successors of one predecessor, a part-transfer a share of a
 * unit that goes on, a rename or another kind a changed unit; a level is abolished by ending its units
 * without successors: what lay below them then lies below what lay above.
 */
export const ReorganisationPlan = z.strictObject({
  on: PlainDate,
  instrumentId: z.uuid(),
  title: z.string().trim().min(1).max(300),
  founded: z.array(FoundedUnit).default([]),
  changed: z.array(ChangedUnit).default([]),
  ended: z.array(z.uuid()).default([]),
  lineage: z.array(Lineage).default([]),
  /**
   * Where a unit is divided, who lies below it may be left unsaid: then the act is refused with the list of
   * them, or they follow the successor with the largest share.
   */
  undecided: z.enum(['refuse', 'largest-share']).default('refuse'),
  /** Outlines of units made of whole predecessors are joined; `none` leaves them to an import. */
  outlines: z.enum(['join', 'none']).default('join'),
});
export type ReorganisationPlan = z.infer<typeof ReorganisationPlan>;

const Named = z.object({ id: z.uuid(), kind: UnitKind, name: z.string() });

/** What the criteria come to; null while a figure is missing. */
const NormFigures = z.object({
  teams: z.number().int().nullable(),
  members: z.number().int().nullable(),
});
const NormChange = z.object({
  was: NormFigures,
  becomes: NormFigures,
  /** What stands decided on the day. */
  decided: NormFigures,
});

/** What an act moves, and what somebody still has to decide because of it. */
export const ReorganisationEffects = z.object({
  counts: z.object({
    founded: z.number().int(),
    changed: z.number().int(),
    ended: z.number().int(),
    /** Units that lie below another one from the day on. */
    moved: z.number().int(),
    outlines: z.number().int(),
    quotas: z.number().int(),
    teams: z.number().int(),
    workplaces: z.number().int(),
  }),
  /** The first 500 of each. */
  moved: z.array(Named.extend({ from: z.string().nullable(), to: z.string().nullable() })),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), villages: z.array(z.string()) })),
  quotas: z.array(
    z.object({
      unit: Named,
      teams: z.number().int(),
      members: z.number().int(),
      of: z.array(z.string()),
    }),
  ),
  /** Communes whose villages begin or end, with how many there are before and after. */
  communes: z
    .array(z.object({ unit: Named, was: z.number().int(), becomes: z.number().int() }))
    .optional(),
  /** Of these communes, by the criteria in force: the norm on the eve and on the day. From files alone. */
  norms: z
    .object({ communes: z.array(NormChange.extend({ unit: Named })), total: NormChange })
    .optional(),
  /** Units that several others get a part of; the first 500. */
  divided: z
    .array(z.object({ unit: Named, into: z.array(z.object({ unit: Named, share: z.number() })) }))
    .optional(),
  decisions: z.array(
    z.object({
      what: z.enum([
        'parent-undecided',
        'outline-missing',
        'teams-await-consolidation',
        'quota-decision-due',
        'workplace-without-village',
        'village-below-standard',
        'tag-ended',
        'resolution-of-another-commune',
        'draft-open',
        'proposal-open',
      ]),
      unit: Named,
      /** How many (teams of a village, successors to choose from); null where there is nothing to count. */
      count: z.number().int().nullable(),
    }),
  ),
});
export type ReorganisationEffects = z.infer<typeof ReorganisationEffects>;

/** Units of an act as they lie on a day; `touched` are its own, the others what those lie in. */
export const ReorganisationPicture = z.object({
  units: z.array(
    Named.extend({
      touched: z.boolean(),
      /** A GeoJSON geometry, simplified; null without an outline that day. */
      outline: z
        .object({ type: z.enum(['MultiPolygon', 'Polygon']), coordinates: z.array(z.unknown()) })
        .nullable(),
      point: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  villages: z.array(Named.extend({ parentId: z.uuid(), point: z.tuple([z.number(), z.number()]) })),
});
export type ReorganisationPicture = z.infer<typeof ReorganisationPicture>;

/** The eve and the day of an act that touches no more units than can be shown. */
const Pictures = z.object({ before: ReorganisationPicture, after: ReorganisationPicture });
export type ReorganisationPictures = z.infer<typeof Pictures>;

export const Reorganisation = z.object({
  id: z.uuid(),
  on: PlainDate,
  instrumentId: z.uuid(),
  instrumentNumber: z.string(),
  title: z.string(),
  status: z.enum(['applied', 'undone']),
  effects: ReorganisationEffects,
});
export type Reorganisation = z.infer<typeof Reorganisation>;

export const reorganise = operation('organisation.reorganisation.apply', {
  http: 'POST /reorganisations',
  allow: 'unit.write',
  summary: 'Merge, divide, rename, found or end units on a day; dryRun tells all that would move',
  input: ReorganisationPlan.extend({ id: z.uuid(), dryRun: z.boolean().default(false) }),
  /** A dry run shows the units before and after. */
  output: Reorganisation.extend({ pictures: Pictures.optional() }),
  deadline: 60_000,
});

export const listReorganisations = operation('organisation.reorganisation.list', {
  http: 'GET /reorganisations',
  allow: 'unit.read',
  summary: 'Acts on the tree of units, latest first',
  input: z.strictObject({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(Reorganisation.omit({ effects: true })),
});

export const getReorganisation = operation('organisation.reorganisation.get', {
  http: 'GET /reorganisations/:id',
  allow: 'unit.write',
  summary: 'One act with its plan and what it moved',
  input: z.strictObject({ id: z.uuid() }),
  output: Reorganisation.extend({
    plan: ReorganisationPlan,
    pictures: Pictures.optional(),
    /** West, south, east, north of its units before and after; null where none has a place. */
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    /** Where quotas became due: the lowest unit over all these communes, and the draft begun for them. */
    due: z
      .object({ unit: Named, communes: z.number().int(), draftId: z.uuid().nullable() })
      .nullable()
      .optional(),
  }),
});

export const undoReorganisation = operation('organisation.reorganisation.undo', {
  http: 'POST /reorganisations/:id/undoings',
  allow: 'unit.write',
  summary: 'Take an act back, as long as nothing that came later stands on it',
  input: z.strictObject({ id: z.uuid() }),
  output: Reorganisation,
  deadline: 60_000,
});

/** What the check of a file of old → new units found out. */
export const getJobEffects = operation('organisation.job.effects', {
  http: 'GET /jobs/:id/effects',
  allow: 'unit.write',
  summary: 'What applying a checked file of old → new units would move and leave to decide',
  input: z.strictObject({ id: z.string().max(80) }),
  output: z.object({
    effects: ReorganisationEffects.nullable(),
    /** Units that end or give a part: areas that hold one follow or have to be looked at. */
    touched: z.array(z.uuid()).optional(),
  }),
});

/** From what a unit came and what it became, one step each way. */
export const getUnitLineage = operation('organisation.unit.lineage', {
  http: 'GET /units/:id/lineage',
  allow: 'unit.read',
  summary: 'Predecessors and successors of a unit, with their shares',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    predecessors: z.array(
      z.object({
        unit: Unit.pick({ id: true, kind: true, name: true }),
        share: z.number(),
        on: PlainDate,
      }),
    ),
    successors: z.array(
      z.object({
        unit: Unit.pick({ id: true, kind: true, name: true }),
        share: z.number(),
        on: PlainDate,
      }),
    ),
  }),
});

/** Sets of units (areas that roles are held in) that an act touches, and what they become. Asked by services. */
export const followUnits = operation('organisation.unit.follow', {
  allow: 'services',
  summary: 'Which units of a set an act ended, and which wholly go on in their place',
  input: z.strictObject({
    reorganisationId: z.uuid(),
    groups: z
      .array(z.strictObject({ key: z.uuid(), unitIds: z.array(z.uuid()).max(1000) }))
      .max(200),
  }),
  output: z.object({
    /** Only groups of which something ended. */
    items: z.array(
      z.object({
        key: z.uuid(),
        ended: z.array(z.uuid()),
        /** Made of nothing but what lay in the group; the topmost ones. */
        heirs: z.array(z.uuid()),
        /** Made partly of it: somebody has to decide about them. */
        parts: z.array(z.uuid()),
      }),
    ),
  }),
  deadline: 30_000,
});

const happened = z.object({
  id: z.uuid(),
  on: PlainDate,
  instrumentId: z.uuid(),
  /** Null for acts too large for a message: receivers then read the units again. */
  lineage: z.array(Lineage).nullable(),
  ended: z.array(z.uuid()).nullable(),
  counts: ReorganisationEffects.shape.counts,
});
export const unitsReorganised = event('organisation.units-reorganised.v1', happened);
export const reorganisationUndone = event('organisation.reorganisation-undone.v1', happened);
