import { event, operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { Team } from './team.ts';

/**
 * The decision of the chair of the commune's People's Committee (Law 30/2023/QH15 Art. 14.5, 17; law BR-18,
 * BR-19). It becomes an instrument with the act; named again it is the same one.
 */
export const ChairDecision = z.strictObject({
  number: z.string().trim().min(1).max(80),
  signedOn: PlainDate,
  /** The provincial decision that it cites; it must hold on the day of the act. */
  basedOn: z.uuid(),
});
export type ChairDecision = z.infer<typeof ChairDecision>;

/** Rules that an act may break only when its sender names them (law BR-09, BR-13, BR-86). */
export const SoftRule = z.enum([
  'team-over-quota',
  'commune-without-quota',
  'village-has-a-team',
  'decision-before-village-event',
  'decision-signed-later',
]);
export type SoftRule = z.infer<typeof SoftRule>;

/** A rule that an act breaks: from which day, about what, and the two figures where there are any. */
export const TeamWarning = z.object({
  rule: SoftRule,
  on: PlainDate,
  unit: z.string(),
  teams: z.array(z.string()),
  count: z.number().int().nullable(),
  limit: z.number().int().nullable(),
});
export type TeamWarning = z.infer<typeof TeamWarning>;

const accepting = {
  /** The rules that the sender breaks knowingly. */
  accept: z.array(SoftRule).max(10).default([]),
  reason: z.string().trim().max(500).default(''),
  /** Answers what would be, and what rules it breaks, and does nothing. */
  dryRun: z.boolean().default(false),
};
const softDecision = ChairDecision.extend({ basedOn: z.uuid().nullable().default(null) });
const villageIds = z.array(z.uuid()).min(1).max(50);
const Acted = Team.extend({ warnings: z.array(TeamWarning) });

export const foundTeam = operation('organisation.team.found', {
  http: 'POST /teams',
  allow: 'team.write',
  summary: 'Found a team over one or several villages of one commune',
  input: z.strictObject({
    id: z.uuid(),
    code: Team.shape.code,
    name: Team.shape.name,
    foundedOn: PlainDate,
    decision: ChairDecision,
    villageIds,
    ...accepting,
  }),
  output: Acted,
});

export const renameTeam = operation('organisation.team.rename', {
  http: 'POST /teams/:id/names',
  allow: 'team.write',
  summary: 'Give a team another name from a day on',
  input: z.strictObject({
    id: z.uuid(),
    name: Team.shape.name,
    validFrom: PlainDate,
    decision: softDecision,
  }),
  output: Team,
});

export const changeTeamArea = operation('organisation.team.change-area', {
  http: 'POST /teams/:id/areas',
  allow: 'team.write',
  summary: 'Give a team other villages of its commune from a day on',
  input: z.strictObject({
    id: z.uuid(),
    villageIds,
    validFrom: PlainDate,
    decision: ChairDecision,
    ...accepting,
  }),
  output: Acted,
});

/**
 * Several teams of one commune become one: one of them that goes on, or a new one. The others end that day.
 * Villages left out are those that the teams hold together.
 */
export const mergeTeams = operation('organisation.team.merge', {
  http: 'POST /team-mergers',
  allow: 'team.write',
  summary: 'Merge teams of one commune into one of them or into a new one',
  input: z.strictObject({
    id: z.uuid(),
    on: PlainDate,
    teamIds: z.array(z.uuid()).min(2).max(50),
    into: z.strictObject({
      /** One of the teams, or the id of a new one. */
      id: z.uuid(),
      /** A new team's; one that goes on keeps its own. */
      code: Team.shape.code.optional(),
      /** A new team's, or the new name of one that goes on. */
      name: Team.shape.name.optional(),
    }),
    villageIds: villageIds.optional(),
    /** Where the merged team works from; left out, a team that goes on stays where it is. */
    workplaceId: z.uuid().optional(),
    decision: ChairDecision,
    ...accepting,
  }),
  output: Acted.extend({ villageIds: z.array(z.uuid()), dissolvedIds: z.array(z.uuid()) }),
});

export const dissolveTeam = operation('organisation.team.dissolve', {
  http: 'POST /teams/:id/dissolutions',
  allow: 'team.write',
  summary: 'Dissolve a team from a day on',
  input: z.strictObject({ id: z.uuid(), dissolvedOn: PlainDate, decision: softDecision }),
  output: Team,
});

const instrumentId = z.uuid().nullable().optional();

export const teamFounded = event(
  'organisation.team-founded.v1',
  Team.extend({
    /** The villages that it covers from its founding on. */
    villageIds: z.array(z.uuid()),
    instrumentId,
    accepted: z.array(SoftRule).optional(),
  }),
);
export const teamRenamed = event(
  'organisation.team-renamed.v1',
  z.object({ id: z.uuid(), name: z.string(), validFrom: PlainDate, instrumentId }),
);
export const teamAreaChanged = event(
  'organisation.team-area-changed.v1',
  z.object({
    id: z.uuid(),
    validFrom: PlainDate,
    villageIds: z.array(z.uuid()),
    instrumentId,
    accepted: z.array(SoftRule),
  }),
);
/** The one that goes on or begins with its villages, and those that end; no other event tells of them. */
export const teamsMerged = event(
  'organisation.teams-merged.v1',
  z.object({
    id: z.uuid(),
    on: PlainDate,
    into: Team,
    founded: z.boolean(),
    villageIds: z.array(z.uuid()),
    dissolvedIds: z.array(z.uuid()),
    instrumentId,
    accepted: z.array(SoftRule),
  }),
);
export const teamDissolved = event(
  'organisation.team-dissolved.v1',
  z.object({ id: z.uuid(), dissolvedOn: PlainDate, instrumentId }),
);
