import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { PersonRow } from './person.ts';

/** Two records that may be of one person: names alike, born on the same or nearly the same day. */
export const LikelyDuplicate = z.object({
  people: z.tuple([PersonRow, PersonRow]),
  /** Of the names, 0 to 1. */
  similarity: z.number(),
});
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

export const listDuplicates = operation('personnel.duplicate.list', {
  http: 'GET /people/duplicates',
  allow: 'person.write',
  summary: 'Records of my area that may be of one person, side by side, until somebody has judged',
  input: z.strictObject({
    on: PlainDate,
    /** One of the two is in here; the other one may be anywhere in my area. */
    within: z.uuid(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(LikelyDuplicate),
  deadline: 10_000,
});

const reason = z.string().trim().min(5).max(500);

/** What somebody found out about two records. */
export const Comparison = z.object({
  id: z.uuid(),
  personIds: z.tuple([z.uuid(), z.uuid()]),
  judgement: z.enum(['same', 'different']),
  /** Of one person: the record that goes on; the other one leads to it. */
  keptId: z.uuid().nullable(),
  reason,
  judgedAt: z.string(),
  judgedBy: z.string(),
  undone: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;

export const judgeDuplicate = operation('personnel.duplicate.judge', {
  http: 'POST /people/duplicates',
  allow: 'person.write',
  summary: 'Say that two records are of one person, which merges them, or of two',
  input: z
    .strictObject({
      id: z.uuid(),
      personIds: z.tuple([z.uuid(), z.uuid()]),
      judgement: Comparison.shape.judgement,
      keptId: z.uuid().nullable().default(null),
      reason,
    })
    .refine(({ personIds: [a, b] }) => a !== b, { path: ['personIds'], message: 'two-people' })
    .refine(
      ({ judgement, keptId, personIds }) =>
        judgement === 'same' ? personIds.includes(keptId ?? '') : keptId === null,
      { path: ['keptId'], message: 'one-of-the-two' },
    ),
  output: Comparison,
});

const name = z.string().nullable();

/** With how the two records are called; null of one that the asker may not see. */
export const ComparisonRow = Comparison.extend({ names: z.tuple([name, name]), keptName: name });
export type ComparisonRow = z.infer<typeof ComparisonRow>;

export const listComparisons = operation('personnel.duplicate.judgements', {
  http: 'GET /people/:personId/comparisons',
  allow: 'person.write',
  summary: 'What was judged about a record and others like it',
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ items: z.array(ComparisonRow) }),
});

export const undoComparison = operation('personnel.duplicate.undo', {
  http: 'POST /comparisons/:id/undoings',
  allow: 'person.write',
  summary: 'Take a judgement back, while nothing later rests on it',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: Comparison,
});

const judged = Comparison.pick({ id: true, personIds: true, judgement: true, keptId: true });
export const duplicateJudged = event(
  'personnel.duplicate-judged.v1',
  judged.extend({ reason: z.string() }),
);
export const comparisonUndone = event(
  'personnel.comparison-undone.v1',
  judged.extend({ reason: z.string() }),
);
