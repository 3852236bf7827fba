import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { ChairDecision, mergeTeams, TeamWarning } from './team-act.ts';
import { Team } from './team.ts';
import { UnitKind } from './unit.ts';

const count = z.number().int().min(0).max(10_000);

/** How the members of an old team chose, until they are known by name. */
export const MemberChoice = z.strictObject({
  teamId: z.uuid(),
  continuing: count,
  leaving: count,
  note: z.string().trim().max(500).default(''),
});
export type MemberChoice = z.infer<typeof MemberChoice>;

/** Teams that become one: one of them goes on, or a new one is founded. */
export const ConsolidatedGroup = z.strictObject({
  teamIds: z.array(z.uuid()).min(2).max(50),
  into: mergeTeams.input.shape.into,
  choices: z.array(MemberChoice).max(50).default([]),
});
export type ConsolidatedGroup = z.infer<typeof ConsolidatedGroup>;

const command = z.strictObject({
  id: z.uuid(),
  communeId: z.uuid(),
  on: PlainDate,
  decision: ChairDecision,
  groups: z.array(ConsolidatedGroup).min(1).max(300),
  accept: mergeTeams.input.shape.accept,
  reason: mergeTeams.input.shape.reason,
  dryRun: z.boolean().default(false),
});

/** What one decision of a commune's chair did to the teams that shared villages (law BR-85, BR-86). */
export const Consolidation = z.object({
  id: z.uuid(),
  commune: z.object({ id: z.uuid(), kind: UnitKind, name: z.string() }),
  on: PlainDate,
  number: z.string(),
  signedOn: PlainDate,
  basis: z.object({ id: z.uuid(), number: z.string() }),
  status: z.enum(['applied', 'undone']),
  groups: z.array(
    z.object({
      into: Team.pick({ id: true, code: true, name: true }),
      ended: z.array(Team.pick({ id: true, code: true, name: true })),
      choices: z.array(MemberChoice),
    }),
  ),
});
export type Consolidation = z.infer<typeof Consolidation>;

export const decideConsolidation = operation('organisation.consolidation.decide', {
  http: 'POST /consolidations',
  allow: 'team.write',
  summary: 'Merge the teams of a commune that share villages, by one decision of its chair',
  input: command,
  output: Consolidation.extend({ warnings: z.array(TeamWarning) }),
  deadline: 30_000,
});

export const listConsolidationDecisions = operation('organisation.consolidation.decisions', {
  http: 'GET /consolidations/decisions',
  allow: 'team.read',
  summary: 'Decisions that ended the sharing of villages, latest first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: pageOf(Consolidation),
});

export const undoConsolidation = operation('organisation.consolidation.undo', {
  http: 'POST /consolidations/:id/undoings',
  allow: 'team.write',
  summary: 'Take a decision back, as long as nothing that came later stands on it',
  input: z.strictObject({ id: z.uuid() }),
  output: Consolidation,
});

const happened = z.object({
  id: z.uuid(),
  communeId: z.uuid(),
  on: PlainDate,
  instrumentId: z.uuid(),
  groups: z.number().int(),
});
export const consolidationDecided = event('organisation.consolidation-decided.v1', happened);
export const consolidationUndone = event('organisation.consolidation-undone.v1', happened);
