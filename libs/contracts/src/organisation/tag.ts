import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Level } from './unit.ts';

const Code = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A mark that policies ask for (mountain, border, village class I …): the vocabulary is data. */
export const Tag = z.strictObject({
  code: Code,
  name: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(100),
  /** The levels of the units that may bear it. */
  levels: z.array(Level).min(1),
  /** Of the tags of one family a unit bears one a day. */
  family: Code.nullable().default(null),
});
export type Tag = z.infer<typeof Tag>;

/** A tag of a unit, from a day on. */
export const UnitTag = z.object({
  tag: z.string(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
  instrumentId: z.uuid().nullable(),
  instrumentNumber: z.string().nullable(),
});
export type UnitTag = z.infer<typeof UnitTag>;

export const listTags = operation('organisation.tag.list', {
  http: 'GET /tags',
  allow: 'signed-in',
  summary: 'The vocabulary of tags',
  input: z.strictObject({}),
  output: pageOf(Tag),
});

export const defineTag = operation('organisation.tag.define', {
  http: 'PUT /tags/:code',
  allow: 'unit.write',
  summary: 'Add a tag to the vocabulary, or name one anew',
  input: Tag,
  output: Tag,
});

export const listUnitTags = operation('organisation.unit.tags', {
  http: 'GET /units/:id/tags',
  allow: 'unit.read',
  summary: 'The tags of a unit over all days, latest first',
  input: z.strictObject({ id: z.uuid() }),
  output: pageOf(UnitTag),
});

export const tagUnit = operation('organisation.unit.tag', {
  http: 'POST /units/:id/tags',
  allow: 'unit.write',
  summary: 'Give a unit a tag from a day on; another one of its family ends there',
  input: z.strictObject({
    id: z.uuid(),
    tag: Code,
    validFrom: PlainDate,
    instrumentId: z.uuid().nullable().default(null),
  }),
  output: UnitTag.omit({ instrumentNumber: true }),
});

export const endUnitTag = operation('organisation.unit.untag', {
  http: 'POST /units/:id/tag-ends',
  allow: 'unit.write',
  summary: 'End a tag from a day on; from the day it began, it never was',
  input: z.strictObject({ id: z.uuid(), tag: z.string().min(1).max(200), validTo: PlainDate }),
  output: z.object({ tag: z.string(), validTo: PlainDate, removed: z.boolean() }),
});

export const tagDefined = event('organisation.tag-defined.v1', Tag);
export const unitTagged = event('organisation.unit-tagged.v1', tagUnit.input);
export const unitTagEnded = event('organisation.unit-tag-ended.v1', endUnitTag.input);
