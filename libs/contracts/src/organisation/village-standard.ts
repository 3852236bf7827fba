import { event, operation, pageOf, PlainDate, Validity } from '@antt/kernel';
import { z } from 'zod';
import { UnitKind } from './unit.ts';

/**
 * How many households a village of a kind should have (Decree 185/2026/NĐ-CP Art. 10, law BR-88): below it a
 * village is shown as small, and never refused. The standard of the nearest unit counts before that of a wider one.
 */
export const VillageStandard = Validity.extend({
  id: z.uuid(),
  kind: UnitKind,
  /** Whose villages it is for; null: all of them. */
  unitId: z.uuid().nullable(),
  households: z.number().int().min(1).max(10_000),
  /** Number and day of the document that says so. */
  source: z.string().trim().min(1).max(300),
  /** The same document, if the platform has it. */
  instrumentId: z.uuid().nullable(),
});
export type VillageStandard = z.infer<typeof VillageStandard>;

export const listVillageStandards = operation('organisation.village-standard.list', {
  http: 'GET /village-standards',
  allow: 'signed-in',
  summary:
    'Size standards of villages by kind and unit, latest first; with a day, those of the day',
  input: z.strictObject({ on: PlainDate.optional() }),
  output: pageOf(
    VillageStandard.extend({
      unitName: z.string().nullable(),
      instrumentNumber: z.string().nullable(),
    }),
  ),
});

export const setVillageStandard = operation('organisation.village-standard.set', {
  http: 'POST /village-standards',
  allow: 'unit.write',
  summary: 'Set the size standard of a kind of village from a day on; the former one ends there',
  input: VillageStandard.omit({ validTo: true })
    .extend({
      unitId: z.uuid().nullable().default(null),
      instrumentId: z.uuid().nullable().default(null),
    })
    .strict(),
  output: VillageStandard,
});

export const endVillageStandard = operation('organisation.village-standard.end', {
  http: 'POST /village-standards/:id/ends',
  allow: 'unit.write',
  summary: 'End a size standard from a day on; from the day it began, it never was',
  input: z.strictObject({ id: z.uuid(), validTo: PlainDate }),
  output: z.object({ id: z.uuid(), validTo: PlainDate, removed: z.boolean() }),
});

export const villageStandardSet = event('organisation.village-standard-set.v1', VillageStandard);
export const villageStandardEnded = event(
  'organisation.village-standard-ended.v1',
  endVillageStandard.output,
);
