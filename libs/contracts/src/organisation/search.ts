import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

export const FoundNoun = z.enum(['unit', 'team', 'workplace', 'instrument']);
export type FoundNoun = z.infer<typeof FoundNoun>;

/** Something that is called so, or was. */
export const Found = z.object({
  noun: FoundNoun,
  id: z.uuid(),
  name: z.string(),
  /** Where it lies, or what it is about. */
  note: z.string().nullable(),
  /** The day nearest to the one asked for on which it stood so. */
  on: PlainDate,
});
export type Found = z.infer<typeof Found>;

export const search = operation('organisation.search.find', {
  http: 'GET /search',
  allow: 'signed-in',
  summary: 'Units, teams, workplaces and documents that are called so, within my scope',
  input: z.strictObject({
    q: z.string().trim().min(1).max(100),
    on: PlainDate,
    limit: z.coerce.number().int().min(1).max(50).default(8),
  }),
  output: z.object({
    groups: z.array(z.object({ noun: FoundNoun, items: z.array(Found), total: z.number().int() })),
  }),
});
