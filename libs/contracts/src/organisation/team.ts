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

export const listTeams = operation('organisation.team.list', {
  http: 'GET /teams',
  allow: 'team.read',
  summary: 'Teams active on a day',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    q: z.string().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(TeamRow),
});

export const foundTeam = operation('organisation.team.found', {
  http: 'POST /teams',
  allow: 'team.write',
  summary: 'Found a team over one or several villages of one commune',
  input: z.strictObject({
    id: z.uuid(),
    code: Team.shape.code,
    name: Team.shape.name,
    foundedOn: PlainDate,
    decisionNumber: Team.shape.decisionNumber.default(''),
    decisionSignedOn: PlainDate.nullable().default(null),
    villageIds: z.array(z.uuid()).min(1).max(50),
  }),
  output: Team,
});

export const dissolveTeam = operation('organisation.team.dissolve', {
  http: 'POST /teams/:id/dissolutions',
  allow: 'team.write',
  summary: 'Dissolve a team from a day on',
  input: z.strictObject({ id: z.uuid(), dissolvedOn: PlainDate }),
  output: Team,
});

export const teamFounded = event(
  'organisation.team-founded.v1',
  Team.extend({
    /** The villages that it covers from its founding on. */
    villageIds: z.array(z.uuid()),
  }),
);
export const teamDissolved = event(
  'organisation.team-dissolved.v1',
  z.object({ id: z.uuid(), dissolvedOn: PlainDate }),
);
export const teamsImported = event(
  'organisation.teams-imported.v1',
  z.object({ jobId: z.string(), counts: z.record(z.string(), z.number()) }),
);
