import {
  ClaimMeasure,
  Education,
  FormerForce,
  PolicyDocument,
  Position,
  SeveranceGround,
  UnitKind,
} from '@antt/contracts';
import { Period, PlainDate, Vnd } from '@antt/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const tags = z.array(z.string()).max(10).default([]);
const cover = z.enum(['own', 'elsewhere', 'none']);

/** People who are alike, as a finance officer writes them down. */
const ScenarioPeople = z.strictObject({
  position: Position.default('ordinary'),
  /** So many of them; what one is paid is multiplied. */
  count: z.int().min(1).default(1),
  /** Days served in the month; left out, all of it. `to` is the first day no longer served. */
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  /** First recognised on; left out, on 1 July 2024 or the month's first day. */
  since: PlainDate.optional(),
  education: Education.default('lower-secondary'),
  minority: z.boolean().default(false),
  socialInsurance: cover.default('none'),
  healthInsurance: cover.default('none'),
  /** Holds another title that the State budget pays for. */
  concurrent: z.boolean().default(false),
  /** Đồng a month in a former force. */
  formerAllowance: Vnd.optional(),
  /** Days of the month with an approved shift of the kind under an order: nights 22:00–06:00, days 07:00–15:00. */
  nights: z.array(z.int().min(1).max(31)).default([]),
  days: z.array(z.int().min(1).max(31)).default([]),
  restDays: z.array(z.int().min(1).max(31)).default([]),
  heavyDays: z.array(z.int().min(1).max(31)).default([]),
  trainingDays: z.array(z.int().min(1).max(31)).default([]),
});

/** A dossier that is decided: harm of a member, or severance of who left a former force. */
const ScenarioCase = z.strictObject({
  about: z.enum(['treatment', 'disability', 'death', 'severance']),
  /** The day whose policies and values hold. */
  on: PlainDate,
  count: z.int().min(1).default(1),
  position: Position.default('ordinary'),
  socialInsurance: cover.default('none'),
  healthInsurance: cover.default('none'),
  ...ClaimMeasure.omit({ beneficiary: true }).partial().shape,
  ground: SeveranceGround.default('reorganised'),
  service: z
    .array(
      z.strictObject({
        force: FormerForce.default('part-time-police'),
        from: PlainDate,
        to: PlainDate,
        allowance: Vnd.nullable(),
      }),
    )
    .default([]),
});

/** A commune's village with people in its team, and what they come to in a month. */
export const PolicyScenario = z.strictObject({
  name: z.string().min(1),
  month: Period,
  /** Kind of the commune, and of the village. */
  in: UnitKind.default('xã'),
  communeTags: tags,
  kind: UnitKind.default('thôn'),
  tags,
  people: z.array(ScenarioPeople).default([]),
  /** Beside what the month pays. */
  cases: z.array(ScenarioCase).default([]),
  /** The sum in đồng. */
  total: Vnd,
  /** The same by line; left out where one line pays all. */
  lines: z.record(z.string(), Vnd).optional(),
  /** Where the figure was published, or that it is arithmetic of one's own. */
  source: z.string().default(''),
});
export type PolicyScenario = z.infer<typeof PolicyScenario>;

/** A province's policy as it ships: where it comes from, how sure its values are, and what it comes to. */
export const PolicyFile = z.strictObject({
  province: z.string().min(1),
  policy: PolicyDocument,
  scenarios: z.array(PolicyScenario).min(1),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** Beside `src` as beside `dist`. */
const folder = new URL('../../policies/', import.meta.url);

/** Every file by its code (`ha-noi`), in the order of the codes. */
export function readPolicyFiles(): Map<string, PolicyFile> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names.sort().map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return [name.slice(0, -'.yaml'.length), PolicyFile.parse(parse(text))];
    }),
  );
}
