import { CriteriaDocument, UnitKind } from '@antt/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const figure = z.number().min(0);
const tags = z.array(z.string()).max(10);

const Village = {
  kind: UnitKind.default('thôn'),
  households: figure.optional(),
  population: figure.optional(),
  'population-with-temporary': figure.optional(),
  'area-km2': figure.optional(),
  tags: tags.default([]),
  /** Two villages have just been made one. */
  merged: z.boolean().default(false),
};

/** What an official can check criteria by: villages of one commune and what they come to together. */
export const CriteriaScenario = z.strictObject({
  name: z.string().min(1),
  /** Kind of the commune. */
  in: UnitKind.default('xã'),
  communeTags: tags.default([]),
  ...Village,
  /** Several villages instead of one. */
  villages: z
    .array(z.strictObject({ ...Village, count: z.number().int().min(1).default(1) }))
    .optional(),
  /** Options chosen where the text has several readings. */
  readings: z.record(z.string(), z.string()).default({}),
  /** "3", "tối đa 5", "3–5", "chưa rõ số", "thiếu số liệu" or "chưa xác định cách ghép". */
  members: z.string().min(1),
  teams: z.number().int().optional(),
});
export type CriteriaScenario = z.infer<typeof CriteriaScenario>;

/** A province's criteria as they ship: where they come from, how sure they are, and what they come to. */
export const CriteriaFile = z.strictObject({
  province: z.string().min(1),
  criteria: CriteriaDocument,
  scenarios: z.array(CriteriaScenario).min(1),
});
export type CriteriaFile = z.infer<typeof CriteriaFile>;

/** Beside `src` as beside `dist`. */
const folder = new URL('../../criteria/', import.meta.url);

/** Every file by its code (`ha-noi`), in the order of the codes. */
export function readCriteriaFiles(): Map<string, CriteriaFile> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names.sort().map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return [name.slice(0, -'.yaml'.length), CriteriaFile.parse(parse(text))];
    }),
  );
}
