import { type mergeTeams, problem, type Team, teamsMerged } from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ownOn, stayFrom } from '../workplaces/stay.ts';
import { chairDecision, sameDecision } from './chair-decision.ts';
import { acting } from '@antt/service-kit';
import { TeamActEndedEntity, TeamActEntity, TeamFormerNameEntity } from './team-act.entity.ts';
import { TeamEntity } from './team.entity.ts';
import {
  assertInsideEver,
  assertOwnTeams,
  type Concerned,
  concernedBy,
  endTeam,
  holdFrom,
  lockCommune,
  villagesOf,
} from './team-holding.ts';
import { assertAccepted, brokenRules } from './team-rule.ts';

type Merger = Input<typeof mergeTeams>;
type Merged = Output<typeof mergeTeams>;

/** Several teams of one commune become one (law BR-85, BR-86): the end of consolidating a merged village. */
@Injectable()
export class TeamMergerService {
  constructor(private readonly db: EntityManager) {}

  merge(command: Merger): Promise<Merged> {
    return acting(this.db, command, async (tx) => {
      const { id, teamIds, on } = command;
      // Who sends the same merger at the same time waits here, and then finds it done.
      await assertOwnTeams(tx, teamIds, on);
      await lockCommune(tx, await villagesOf(tx, teamIds, on), on);
      const known = await tx.findOneBy(TeamActEntity, { id });
      if (known) return sameMerger(tx, known, command);
      const { merged } = await mergeIn(tx, command);
      return merged;
    });
  }
}

/** The merger as a part of a larger act, inside its transaction, and the decision that it is done by. */
export async function mergeIn(
  tx: EntityManager,
  command: Merger,
): Promise<{ merged: Merged; instrumentId: string }> {
  const { id, on, decision, dryRun, accept, reason } = command;
  const teamIds = [...new Set(command.teamIds)].sort();
  const named = [...new Set(command.villageIds ?? [])].sort();
  const concerned = await concernedBy(tx, teamIds, on, named);
  const { held, communeId } = concerned;
  const villageIds = command.villageIds ? named : held;
  const { team: into, founded } = await mergedTeam(tx, concerned, command);
  const ending = concerned.teams.filter((team) => team.id !== into.id);
  for (const team of ending) await endTeam(tx, team, on);
  await holdFrom(tx, into, villageIds, on);
  if (command.workplaceId) await stayFrom(tx, [into], await ownOn(tx, command.workplaceId, on), on);
  const gained = villageIds.filter((villageId) => !held.includes(villageId));
  const about = {
    on,
    growsIn: null,
    villageIds,
    gained,
    teamIds: [...teamIds, into.id],
    decision,
  };
  const warnings = await brokenRules(tx, about);
  const title = `Hợp nhất ${ending.map(({ name }) => name).join(', ')} vào ${into.name}`;
  const instrumentId = await chairDecision(tx, decision, {
    communeId,
    on,
    title: title.slice(0, 500),
  });
  const dissolvedIds = ending.map((team) => team.id);
  const merged = { ...into, villageIds, dissolvedIds, warnings };
  if (dryRun) return { merged, instrumentId };
  const accepted = assertAccepted(warnings, { accept, reason });
  await tx.insert(TeamActEntity, {
    id,
    kind: 'merge',
    teamId: into.id,
    validFrom: on,
    instrumentId,
    basedOnId: decision.basedOn,
    name: into.name,
    accepted,
    reason: accepted.length > 0 ? reason : '',
  });
  await tx.insert(
    TeamActEndedEntity,
    dissolvedIds.map((teamId) => ({ actId: id, teamId })),
  );
  const told = { id, on, into: teamOf(into), founded, villageIds, dissolvedIds };
  await publish(tx, teamsMerged, { ...told, instrumentId, accepted });
  return { merged, instrumentId };
}

/** One of the teams, which goes on, or a new one founded by the same decision. */
async function mergedTeam(
  tx: EntityManager,
  { teams }: Concerned,
  { on, into, decision }: Merger,
): Promise<{ team: TeamEntity; founded: boolean }> {
  const goesOn = teams.find(({ id }) => id === into.id);
  if (goesOn) return { team: await named(tx, goesOn, into.name, on), founded: false };
  const { code, name } = into;
  if (!code || !name) throw problem('team-merger-incomplete', { on, code, name });
  const team = {
    id: into.id,
    code,
    name,
    searchKey: searchKey(name),
    foundedOn: on,
    dissolvedOn: null,
    decisionNumber: decision.number,
    decisionSignedOn: decision.signedOn,
  };
  await tx.insert(TeamEntity, team);
  return { team, founded: true };
}

async function named(
  tx: EntityManager,
  team: TeamEntity,
  name: string | undefined,
  on: string,
): Promise<TeamEntity> {
  if (!name || name === team.name) return team;
  const last = await tx.findOne(TeamFormerNameEntity, {
    where: { teamId: team.id },
    order: { validTo: 'desc' },
  });
  const since = last?.validTo ?? team.foundedOn;
  if (on < since) {
    throw problem('team-has-later-changes', { id: team.id, name: team.name, on, day: since });
  }
  const former = { teamId: team.id, validFrom: since, validTo: on, name: team.name };
  if (since < on) await tx.insert(TeamFormerNameEntity, former);
  await tx.update(TeamEntity, { id: team.id }, { name, searchKey: searchKey(name) });
  return { ...team, name };
}

async function sameMerger(tx: EntityManager, act: TeamActEntity, command: Merger): Promise<Merged> {
  await assertInsideEver(tx, act.teamId, act.validFrom);
  const ended = await tx.findBy(TeamActEndedEntity, { actId: act.id });
  const into = await tx.findOneByOrFail(TeamEntity, { id: act.teamId });
  const dissolvedIds = ended.map(({ teamId }) => teamId).sort();
  const villageIds = await villagesOf(tx, [into.id], act.validFrom);
  const others = command.teamIds.filter((id) => id !== command.into.id);
  await sameDecision(tx, act, command.decision);
  sameAgain(
    { id: act.id, on: act.validFrom, into: into.id, teamIds: dissolvedIds },
    { on: command.on, into: command.into.id, teamIds: [...new Set(others)].sort() },
  );
  return { ...into, villageIds, dissolvedIds, warnings: [] };
}

function teamOf({ searchKey: _, ...team }: TeamEntity): Team {
  return team;
}
