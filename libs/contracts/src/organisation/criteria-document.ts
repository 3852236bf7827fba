import { z } from 'zod';
import {
  Certainty,
  MemberRule,
  MemberModifier,
  PositionSplit,
  FigureSnapshot,
  TeamRule,
} from './criteria-rule.ts';

/** A place in the document and what stands there in one reading. */
const Setting = z.strictObject({
  /** Dotted: `members.0.increments.0.count`. */
  path: z.string().regex(/^[A-Za-z]+(\.([A-Za-z]+|\d+))*$/),
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
});

/**
 * A point where the text can honestly be read in several ways. Choosing another option changes the norm and
 * nothing else: its settings are put into the document before it is applied.
 */
export const CriteriaReading = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    question: z.string().trim().min(1).max(500),
    options: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]{1,60}$/),
          text: z.string().trim().min(1).max(500),
          set: z.array(Setting).max(20),
        }),
      )
      .min(2)
      .max(6),
    chosen: z.string(),
  })
  .refine(({ options, chosen }) => options.some(({ id }) => id === chosen), {
    path: ['chosen'],
    message: 'no-such-option',
  });
export type CriteriaReading = z.infer<typeof CriteriaReading>;

export const CriteriaSource = z.strictObject({
  title: z.string().trim().min(1).max(500),
  url: z.url().optional(),
  certainty: Certainty,
});
export type CriteriaSource = z.infer<typeof CriteriaSource>;

/**
 * What a provincial People's Council lays down about founding teams and their number of members (Law
 * 30/2023/QH15 Art. 14.3), as data: nothing about a province is in the code. Applied to the figures of a day
 * it gives the norm; the number itself is the decision's (law BR-20).
 */
export const CriteriaDocument = z
  .strictObject({
    name: z.string().trim().min(1).max(300),
    teams: TeamRule.default({ mode: 'one-per-unit' }),
    members: z.array(MemberRule).min(1).max(30),
    /** Added whatever the rule. */
    modifiers: z.array(MemberModifier).max(20).default([]),
    /** Never more than so many in a team, whatever is added. */
    cap: z.number().int().min(0).max(1_000).nullable().default(null),
    positions: PositionSplit.default({ leaders: 1, deputies: 1 }),
    snapshot: FigureSnapshot.default({
      of: 'latest',
      day: null,
      reviewYears: null,
      ifNone: 'first-later',
    }),
    readings: z.array(CriteriaReading).max(10).default([]),
    note: z.string().trim().max(5_000).default(''),
    /** Of every value that does not say otherwise. */
    certainty: Certainty,
    sources: z.array(CriteriaSource).max(30).default([]),
  })
  .meta({ id: 'CriteriaDocument' });
export type CriteriaDocument = z.infer<typeof CriteriaDocument>;
/** A document as a person or a file writes it, defaults left out. */
export type CriteriaDocumentInput = z.input<typeof CriteriaDocument>;
