import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** Class of the movement of a unit in a year (QĐ 510/QĐ-BCA-V05); the latter two bar awards (reporting BR-72). */
export const MovementClass = z.enum(['excellent', 'good', 'average', 'weak']);
export type MovementClass = z.infer<typeof MovementClass>;

/** "An toàn về ANTT" has two outcomes only (TT 124/2021/TT-BCA Art. 3, law BR-91). */
export const SafetyResult = z.enum(['met', 'not-met']);
export type SafetyResult = z.infer<typeof SafetyResult>;

const number = z.string().trim().min(1).max(100);
export const standingYear = z.coerce.number().int().min(2020).max(2100);

const said = {
  unitId: z.uuid(),
  year: standingYear,
  /** Null while nobody has classed it; with the number and day of the decision. */
  movementClass: MovementClass.nullable(),
  classNumber: number.nullable(),
  classOn: PlainDate.nullable(),
  safety: SafetyResult.nullable(),
  safetyNumber: number.nullable(),
  safetyOn: PlainDate.nullable(),
  /** Where whoever records it has it from. */
  source: z.string().trim().min(1).max(300),
};

/** What was decided of a unit for a year: its class, and whether it is "An toàn về ANTT". */
export const UnitStanding = z.object({
  ...said,
  id: z.uuid(),
  unitName: z.string(),
  unitKind: z.string(),
  /** The unit over it that day. */
  parentName: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type UnitStanding = z.infer<typeof UnitStanding>;

const isWhole = (one: { result: unknown; number: unknown; on: unknown }) =>
  (one.result === null) === (one.number === null) && (one.number === null) === (one.on === null);

export const recordUnitStanding = operation('activity.unit-standing.record', {
  http: 'POST /unit-standings',
  allow: 'standing.write',
  summary:
    'Record the class and the safety result of a unit for a year; a later record corrects it',
  input: z
    .strictObject({ id: z.uuid(), ...said })
    .refine(
      ({ movementClass: result, classNumber, classOn: on }) =>
        isWhole({ result, number: classNumber, on }),
      { path: ['classNumber'], message: 'needs-its-document' },
    )
    .refine(
      ({ safety: result, safetyNumber, safetyOn: on }) =>
        isWhole({ result, number: safetyNumber, on }),
      { path: ['safetyNumber'], message: 'needs-its-document' },
    ),
  output: UnitStanding,
});

export const listUnitStandings = operation('activity.unit-standing.list', {
  http: 'GET /unit-standings',
  allow: 'award.read',
  summary: 'Classes and safety results of units for a year, as they were recorded last',
  input: z.strictObject({
    year: standingYear,
    within: z.uuid().optional(),
    q: z.string().trim().max(100).optional(),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(UnitStanding),
});

export const unitStandingRecorded = event(
  'activity.unit-standing-recorded.v1',
  z.object({ id: z.uuid(), ...said }),
);
