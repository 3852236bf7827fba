import { holdsOn, PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const least = z.number().int().positive().optional();
const Version = z.strictObject({
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
  certainty: z.string(),
  citation: z.string().min(1),
  classes: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        /** All that one of them says has to be reached. */
        anyOf: z.array(
          z.strictObject({ deaths: least, injured: least, injuryPercent: least, damage: least }),
        ),
      }),
    )
    .min(1),
});
type Version = z.infer<typeof Version>;
export type SeverityClass = Version['classes'][number];
/** What the police found: deaths, injured people, their injuries added up in per cent, damage in đồng. */
export type Accident = Readonly<
  Partial<Record<'deaths' | 'injured' | 'injuryPercent' | 'damage', number>>
>;

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/accident-severity.yaml', import.meta.url);
let read: Version[] | undefined;

export function severityVersions(): Version[] {
  read ??= z
    .strictObject({ versions: z.array(Version) })
    .parse(parse(readFileSync(file, 'utf8'))).versions;
  return read;
}

/** The worst class that an accident of a day reaches; null below serious, undefined where no classification holds. */
export function severityOf(accident: Accident, on: PlainDate): SeverityClass | null | undefined {
  const version = severityVersions().find((one) => holdsOn(one, on));
  if (!version) return undefined;
  return version.classes.find(({ anyOf }) => anyOf.some((one) => reaches(accident, one))) ?? null;
}

function reaches(accident: Accident, condition: SeverityClass['anyOf'][number]): boolean {
  return Object.entries(condition).every(
    ([name, value]) => value === undefined || (accident[name as keyof Accident] ?? 0) >= value,
  );
}
