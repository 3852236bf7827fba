import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

const count = z.number().int().min(0).max(100_000);

/**
 * A roadmap ("lộ trình"): what a commune or team may have above its quota until a day, and why (law BR-10).
 * Until then the surplus is lawful, from that day on it is a gap.
 */
export const Transition = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  teamId: z.uuid().nullable(),
  instrumentId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  teams: count,
  members: count,
  validFrom: PlainDate,
  /** The first day on which the surplus is no longer lawful. */
  validTo: PlainDate,
});
export type Transition = z.infer<typeof Transition>;

export const listTransitions = operation('organisation.transition.list', {
  http: 'GET /transitions',
  allow: 'quota.read',
  summary: 'Lawful surpluses of a day, soonest to end first',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      Transition.extend({
        unitName: z.string(),
        unitKind: z.string(),
        teamName: z.string().nullable(),
        number: z.string(),
      }),
    ),
  }),
});

export const grantTransition = operation('organisation.transition.grant', {
  http: 'POST /transitions',
  allow: 'quota.write',
  summary: 'Record a lawful surplus with its reason, instrument and end',
  input: z.strictObject({
    ...Transition.shape,
    teamId: z.uuid().nullable().default(null),
    /** One that it changes: of the same commune and team, and ended on the day this one begins. */
    replaces: z.uuid().nullable().default(null),
  }),
  output: Transition,
});

export const endTransition = operation('organisation.transition.end', {
  http: 'POST /transitions/:id/ends',
  allow: 'quota.write',
  summary: 'End a lawful surplus before its day',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: Transition,
});

export const transitionGranted = event('organisation.transition-granted.v1', Transition);
export const transitionEnded = event('organisation.transition-ended.v1', Transition);
