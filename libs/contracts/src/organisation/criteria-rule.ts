import { PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from './unit.ts';

/** How sure it is that a value stands in the text: read there, reported, drafted, or concluded from both. */
export const Certainty = z.enum(['gazette', 'press', 'draft', 'inferred', 'illustrative']);
export type Certainty = z.infer<typeof Certainty>;

/**
 * What a village is measured by. `population` counts permanent residents, `area-ha` is `area-km2` × 100,
 * `units` the villages of the team (1 unless it is a cluster).
 */
export const Metric = z.enum([
  'households',
  'population',
  'population-with-temporary',
  'area-km2',
  'area-ha',
  'units',
]);
export type Metric = z.infer<typeof Metric>;

const people = z.number().int().min(0).max(1_000);
const amount = z.number().min(0).max(100_000_000);
const words = z.string().trim().max(1_000);
const tag = z.string().trim().min(1).max(100);

/** Bounds of a number; each side inclusive or not as the text says ("từ … đến dưới …" by default). */
const bounds = {
  from: amount.optional(),
  fromIncluded: z.boolean().default(true),
  to: amount.optional(),
  toIncluded: z.boolean().default(false),
};

export const MetricRange = z.strictObject({ metric: Metric, ...bounds });
export type MetricRange = z.infer<typeof MetricRange>;

/** When something applies; everything that is said must hold, nothing said = always. */
export const CriteriaCondition = z
  .strictObject({
    /** Kind of the village (thôn, tổ dân phố…); in a cluster one of them is enough. */
    kinds: z.array(UnitKind).max(30).optional(),
    communeKinds: z.array(UnitKind).max(30).optional(),
    /** Class I, II, III of the village, recorded as its tag `class-1`, `class-2`, `class-3`. */
    classes: z.array(z.number().int().min(1).max(3)).max(3).optional(),
    /** The same of its commune. */
    communeClasses: z.array(z.number().int().min(1).max(3)).max(3).optional(),
    /** Each of these tags is carried by the village or by its commune. */
    tags: z.array(tag).max(20).optional(),
    /** At least one of them. */
    anyTag: z.array(tag).max(20).optional(),
    /** None of them. */
    withoutTags: z.array(tag).max(20).optional(),
    /** Made of two or more villages by a reorganisation; for so many months from its day (null: for good). */
    merged: z.strictObject({ months: z.number().int().min(1).max(600).nullable() }).optional(),
    /** The team took in a village that was left over when clusters were formed. */
    leftOver: z.boolean().optional(),
    ranges: z.array(MetricRange).max(10).optional(),
  })
  .meta({ id: 'CriteriaCondition' });
export type CriteriaCondition = z.infer<typeof CriteriaCondition>;

/**
 * A number as the text gives it: exactly so many, at most so many, or between two numbers that a decision
 * then fixes. `unknown`: the text is not at hand; the norm stays open and says why.
 */
export const MemberCount = z.discriminatedUnion('binding', [
  z.strictObject({ binding: z.literal('exact'), members: people }),
  z.strictObject({
    binding: z.literal('maximum'),
    members: people,
    /** The fewest, where the text says them; a team has at least one person. */
    atLeast: people.default(1),
  }),
  z.strictObject({ binding: z.literal('range'), from: people, to: people }),
  z.strictObject({ binding: z.literal('unknown'), note: words }),
]);
export type MemberCount = z.infer<typeof MemberCount>;

/** One class of size: met within its bounds of the rule's metric, or by one of `anyOf`. */
export const SizeClass = z.strictObject({
  ...bounds,
  /** Other ways into the class, joined by OR ("hoặc"). */
  anyOf: z.array(CriteriaCondition).max(10).default([]),
  value: MemberCount,
  /** What replaces the value where a flag is set; the first that holds. */
  instead: z
    .array(
      z.strictObject({
        when: CriteriaCondition,
        value: MemberCount,
        certainty: Certainty.optional(),
      }),
    )
    .max(10)
    .default([]),
  certainty: Certainty.optional(),
});
export type SizeClass = z.infer<typeof SizeClass>;

/** So many more for each step above a threshold. */
export const MemberIncrement = z.strictObject({
  metric: Metric,
  from: amount,
  /** Does the threshold itself belong to the first step? Matters where started steps count. */
  fromIncluded: z.boolean().default(true),
  /** `of / parts`: a third of 500 households is `{ of: 500, parts: 3 }`. */
  step: z.strictObject({
    of: z.number().gt(0).max(10_000_000),
    parts: z.number().int().min(1).max(1_000).default(1),
  }),
  add: z.number().int().min(1).max(100),
  /** Only full steps count, or also one that has begun. Two honest readings differ by a member. */
  count: z.enum(['full', 'started']),
  certainty: Certainty.optional(),
});
export type MemberIncrement = z.infer<typeof MemberIncrement>;

/** So many more (or fewer) where any of the conditions holds: border, island, key commune, a bracket. */
export const MemberModifier = z.strictObject({
  name: z.string().trim().min(1).max(200),
  anyOf: z.array(CriteriaCondition).min(1).max(10),
  add: z.number().int().min(-100).max(100),
  certainty: Certainty.optional(),
});
export type MemberModifier = z.infer<typeof MemberModifier>;

/** How the members divide: so many leaders, then deputies, the rest ordinary members. */
export const PositionSplit = z.strictObject({
  leaders: z.number().int().min(0).max(10).default(1),
  deputies: z.number().int().min(0).max(10).default(1),
});
export type PositionSplit = z.infer<typeof PositionSplit>;

/** The number of members of a team. Of several rules the first whose `when` holds applies. */
export const MemberRule = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    /** Where it stands ("Điều 3 khoản 2"). */
    article: words.default(''),
    when: CriteriaCondition.default({}),
    /** What the classes measure; null where there is nothing to measure. */
    metric: Metric.nullable().default(null),
    /** From the lowest to the highest; the highest that is met applies. One without bounds is always met. */
    classes: z.array(SizeClass).min(1).max(30),
    increments: z.array(MemberIncrement).max(10).default([]),
    modifiers: z.array(MemberModifier).max(20).default([]),
    /** Never more than so many by this rule. */
    cap: people.nullable().default(null),
    /** Where it differs from the document's. */
    positions: PositionSplit.optional(),
  })
  .refine(
    ({ metric, classes }) =>
      metric !== null || classes.every(({ from, to }) => from === undefined && to === undefined),
    { path: ['metric'], message: 'metric-missing' },
  );
export type MemberRule = z.infer<typeof MemberRule>;

/** The number of teams (Law 30/2023/QH15 Art. 14.2: one village or several of one commune). */
export const TeamRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('one-per-unit') }),
  z.strictObject({
    mode: z.literal('split-over'),
    metric: Metric,
    /** From the lowest to the highest; the highest that is passed applies. */
    steps: z
      .array(
        z.strictObject({
          over: amount,
          /** Does the number itself count as passed ("từ … trở lên")? */
          included: z.boolean().default(false),
          teams: z.number().int().min(2).max(20),
          when: CriteriaCondition.default({}),
        }),
      )
      .min(1)
      .max(10),
    /** The rules for members speak of each team, or of the whole village together. */
    members: z.enum(['each-team', 'whole-unit']),
  }),
  z
    .strictObject({
      mode: z.literal('clusters'),
      /** A village of which one of these holds has a team of its own. */
      alone: z.array(CriteriaCondition).max(10).default([]),
      /** So many other villages of one commune form a team; neighbours are joined. */
      units: z.strictObject({
        from: z.number().int().min(1).max(50),
        to: z.number().int().min(1).max(50),
      }),
      /** Where the numbers leave a choice: few large clusters or many small ones. */
      prefer: z.enum(['few', 'many']).default('few'),
      /** What becomes of villages too few for a cluster; the first that is possible. */
      leftOver: z
        .array(z.enum(['with-cluster', 'with-alone', 'own-team', 'undecided']))
        .min(1)
        .max(4)
        .default(['undecided']),
    })
    .refine(({ units }) => units.from <= units.to, { path: ['units'], message: 'bounds-cross' }),
]);
export type TeamRule = z.infer<typeof TeamRule>;

/** Which figure counts: the latest one, or the one that stood on a certain day until the next review. */
export const FigureSnapshot = z
  .strictObject({
    of: z.enum(['latest', 'effect-day', 'fixed-day']),
    day: PlainDate.nullable().default(null),
    /** The figures are taken anew every so many years from that day. */
    reviewYears: z.number().int().min(1).max(50).nullable().default(null),
    /** For a village that had no figure by then: its first one later, or none. */
    ifNone: z.enum(['first-later', 'missing']).default('first-later'),
  })
  .refine(({ of, day }) => (of === 'fixed-day') === (day !== null), {
    path: ['day'],
    message: 'day-missing',
  });
export type FigureSnapshot = z.infer<typeof FigureSnapshot>;
