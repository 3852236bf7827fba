import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * A security team: one or several villages of one commune (Law 30/2023/QH15 Art. 14.2), founded and
 * dissolved by decisions of the commune's chair (Art. 14.5, 17).
 */
export const Team = z.object({
  id: z.uuid(),
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  foundedOn: PlainDate,
  dissolvedOn: PlainDate.nullable(),
  decisionNumber: z.string().trim().max(80),
  decisionSignedOn: PlainDate.nullable(),
});
export type Team = z.infer<typeof Team>;

const named = z.object({ id: z.uuid(), name: z.string(), kind: z.string() });

export const TeamRow = Team.extend({
  villages: z.array(named),
  commune: named.nullable(),
  workplace: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
});
export type TeamRow = z.infer<typeof TeamRow>;

/** What a list may be narrowed to: teams without a workplace, or on a village that another team holds too. */
export const TeamLack = z.enum(['workplace', 'own-village']);
export type TeamLack = z.infer<typeof TeamLack>;

export const listTeams = operation('organisation.team.list', {
  http: 'GET /teams',
  allow: 'team.read',
  summary: 'Teams active on a day',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    q: z.string().max(100).optional(),
    lacks: TeamLack.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(TeamRow),
});

const cited = z.object({
  id: z.uuid(),
  number: z.string(),
  issuer: z.string(),
  signedOn: PlainDate,
});

/** A team on a day: before its founding and after its end, as it was on its first or last day. */
export const TeamProfile = TeamRow.extend({
  villages: z.array(
    named.extend({
      lon: z.number().nullable(),
      lat: z.number().nullable(),
      /** Other teams active there that day (law BR-13, BR-85). */
      shares: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  ),
  workplace: named
    .extend({ address: z.string(), lon: z.number(), lat: z.number(), since: PlainDate })
    .nullable(),
  /** The day that is told: the day asked for, or the nearest one of the team's life. */
  on: PlainDate,
  decision: cited.nullable(),
  basedOn: cited.nullable(),
});
export type TeamProfile = z.infer<typeof TeamProfile>;

export const getTeam = operation('organisation.team.get', {
  http: 'GET /teams/:id',
  allow: 'team.read',
  summary: 'One team with its villages, workplace and founding decision',
  input: z.strictObject({ id: z.uuid(), on: PlainDate }),
  output: TeamProfile,
});

/** What happened to a team; by an act of the chair, by a reorganisation, or by a move. */
export const TeamHappening = z.object({
  on: PlainDate,
  what: z.enum([
    'founded',
    'renamed',
    'merged',
    'merged-into',
    'area-changed',
    'villages-reorganised',
    'moved-in',
    'moved-out',
    'dissolved',
  ]),
  name: z.string().nullable(),
  /** Villages after the happening. */
  villages: z.array(z.string()),
  /** Other teams of a merger. */
  teams: z.array(z.object({ id: z.uuid(), name: z.string() })),
  workplace: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  decision: cited.partial({ id: true, issuer: true, signedOn: true }).nullable(),
  basedOn: cited.nullable(),
  /** Rules that somebody broke knowingly, and why. */
  accepted: z.array(z.string()),
  reason: z.string(),
});
export type TeamHappening = z.infer<typeof TeamHappening>;

export const getTeamHistory = operation('organisation.team.history', {
  http: 'GET /teams/:id/history',
  allow: 'team.read',
  summary: 'What happened to a team, with the decision behind each',
  input: z.strictObject({ id: z.uuid() }),
  output: pageOf(TeamHappening),
});

export const teamsImported = event(
  'organisation.teams-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
