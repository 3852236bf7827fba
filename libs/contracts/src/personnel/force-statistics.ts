import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

const count = z.number().int();
/** Null where nothing is recorded that it could be counted from. */
const unknown = count.nullable();

/** Counts of people are of those who serve on the last day, unless their name says otherwise. */
export const ForceFigures = z.object({
  teams: count,
  /** Members that the decision of the last day gives; null where there is none. */
  quota: unknown,
  /** Everybody who was ever recognised until the last day: who serves, and who has left. */
  total: count,
  active: count,
  left: count,
  leaders: count,
  deputies: count,
  ordinary: count,
  /** Younger than full 70 on the last day, and full 70 or older (Law 30/2023/QH15 Art. 13.1). */
  under70: count,
  from70: count,
  male: count,
  female: count,
  belowPrimary: count,
  primary: count,
  lowerSecondary: count,
  upperSecondary: count,
  /** Elementary and intermediate vocational, and college. */
  college: count,
  /** University and above. */
  university: count,
  educationUnknown: count,
  /** Of another people than the Kinh. */
  minority: count,
  party: count,
  formerForce: count,
  /** Began to serve in the window, and ended in it; a transfer is neither. */
  joined: count,
  ended: count,
  /** Commended by a decision of the window, as far as it is recorded with the person. */
  commended: count,
  /** Passed a course, or hold a training certificate that is valid on the last day. */
  trained: count,
});
export type ForceFigures = z.infer<typeof ForceFigures>;

export const getForceStatistics = operation('personnel.force-statistics.get', {
  http: 'GET /force-statistics',
  allow: 'person.read',
  summary: 'The force by commune on the last day of a window, and who came and left in it',
  input: z.strictObject({
    /** Left out: the 15th of the month before; the reports of Circular 14/2024/TT-BCA begin there. */
    from: PlainDate.optional(),
    /** The last day of the window; left out: the 14th of this month. */
    to: PlainDate.optional(),
    within: z.uuid().optional(),
  }),
  output: z.object({
    from: PlainDate,
    to: PlainDate,
    items: z.array(
      ForceFigures.extend({
        unit: z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string() }),
      }),
    ),
    total: ForceFigures,
  }),
  deadline: 10_000,
});
