import {
  type changeTeamArea,
  type dissolveTeam,
  type foundTeam,
  problem,
  type renameTeam,
  type Team,
  teamAreaChanged,
  teamDissolved,
  teamFounded,
  teamRenamed,
} from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate, searchKey } from '@antt/kernel';
import { idFrom, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { chairDecision, sameDecision } from './chair-decision.ts';
import { acting } from '@antt/service-kit';
import { TeamActEntity, TeamFormerNameEntity } from './team-act.entity.ts';
import { TeamEntity, TeamVillageEntity } from './team.entity.ts';
import { concernedBy, endTeam, holdFrom, lockCommune } from './team-holding.ts';
import { assertAccepted, brokenRules } from './team-rule.ts';

/** Decisions of the commune's chair about one team. */
@Injectable()
export class TeamActService {
  constructor(private readonly db: EntityManager) {}

  /** Law 30/2023/QH15 Art. 14.5: founded by the commune's chair, over villages of one commune. */
  found(command: Input<typeof foundTeam>): Promise<Output<typeof foundTeam>> {
    const { id, code, name, foundedOn, decision, accept, reason, dryRun } = command;
    return acting(this.db, { dryRun }, async (tx) => {
      // A village named twice is still one.
      const villageIds = [...new Set(command.villageIds)].sort();
      const communeId = await lockCommune(tx, villageIds, foundedOn);
      const known = await tx.findOneBy(TeamEntity, { id });
      const decided = { decisionNumber: decision.number, decisionSignedOn: decision.signedOn };
      if (known) {
        const held = { ...known, villageIds: await villagesAtFounding(tx, known) };
        const first = await firstName(tx, known);
        sameAgain<Team & { villageIds: string[] }>(
          { ...held, name: first },
          { code, name, foundedOn, villageIds, ...decided },
        );
        return { ...known, warnings: [] };
      }
      if (communeId === null) throw problem('unit-not-found', { id: villageIds[0], on: foundedOn });
      const team = { id, code, name, foundedOn, dissolvedOn: null, ...decided };
      await tx.insert(TeamEntity, { ...team, searchKey: searchKey(name) });
      const holding = { teamId: id, validFrom: foundedOn, validTo: null };
      await tx.insert(
        TeamVillageEntity,
        villageIds.map((villageId) => ({ ...holding, villageId })),
      );
      const warnings = await brokenRules(tx, {
        on: foundedOn,
        growsIn: communeId,
        villageIds,
        gained: villageIds,
        teamIds: [id],
        decision,
      });
      const about = { communeId, on: foundedOn, title: `Thành lập ${name}` };
      const instrumentId = await chairDecision(tx, decision, about);
      if (dryRun) return { ...team, warnings };
      const accepted = assertAccepted(warnings, { accept, reason });
      const act = { teamId: id, validFrom: foundedOn, instrumentId, basedOnId: decision.basedOn };
      const kept = { accepted, reason: accepted.length > 0 ? reason : '', name };
      await tx.insert(TeamActEntity, { id: idFrom(`found ${id}`), kind: 'found', ...act, ...kept });
      await publish(tx, teamFounded, { ...team, villageIds, instrumentId, accepted });
      return { ...team, warnings };
    });
  }

  rename({ id, name, validFrom, decision }: Input<typeof renameTeam>): Promise<Team> {
    return this.db.transaction(async (tx) => {
      const { teams, communeId } = await concernedBy(tx, [id], validFrom);
      const team = teams[0]!;
      const actId = idFrom(`rename ${id} ${validFrom}`);
      const known = await tx.findOneBy(TeamActEntity, { id: actId });
      if (known) {
        sameAgain({ id, name: known.name }, { name });
        await sameDecision(tx, known, decision);
        return team;
      }
      const since = await namedSince(tx, team);
      if (validFrom < since) {
        throw problem('team-has-later-changes', { id, name: team.name, on: validFrom, day: since });
      }
      const about = { communeId, on: validFrom, title: `Đổi tên ${team.name}` };
      const instrumentId = await chairDecision(tx, decision, about);
      const former = { teamId: id, validFrom: since, validTo: validFrom, name: team.name };
      if (since < validFrom) await tx.insert(TeamFormerNameEntity, former);
      await tx.update(TeamEntity, { id }, { name, searchKey: searchKey(name) });
      const act = { teamId: id, validFrom, instrumentId, basedOnId: decision.basedOn, name };
      await tx.insert(TeamActEntity, { id: actId, kind: 'rename', ...act });
      await publish(tx, teamRenamed, { id, name, validFrom, instrumentId });
      return { ...team, name };
    });
  }

  changeArea(command: Input<typeof changeTeamArea>): Promise<Output<typeof changeTeamArea>> {
    const { id, validFrom, decision, accept, reason, dryRun } = command;
    return acting(this.db, { dryRun }, async (tx) => {
      const villageIds = [...new Set(command.villageIds)].sort();
      const { teams, held, communeId } = await concernedBy(tx, [id], validFrom, villageIds);
      const team = teams[0]!;
      const actId = idFrom(`area ${id} ${validFrom}`);
      const known = await tx.findOneBy(TeamActEntity, { id: actId });
      if (known) {
        sameAgain({ id, villageIds: held }, { villageIds });
        await sameDecision(tx, known, decision);
        return { ...team, warnings: [] };
      }
      await holdFrom(tx, team, villageIds, validFrom);
      const gained = villageIds.filter((villageId) => !held.includes(villageId));
      const warnings = await brokenRules(tx, {
        on: validFrom,
        growsIn: null,
        villageIds,
        gained,
        teamIds: [id],
        decision,
      });
      const title = `Điều chỉnh địa bàn phụ trách của ${team.name}`;
      const about = { communeId, on: validFrom, title };
      const instrumentId = await chairDecision(tx, decision, about);
      if (dryRun) return { ...team, warnings };
      const accepted = assertAccepted(warnings, { accept, reason });
      const act = { teamId: id, validFrom, instrumentId, basedOnId: decision.basedOn };
      const kept = { accepted, reason: accepted.length > 0 ? reason : '' };
      await tx.insert(TeamActEntity, { id: actId, kind: 'change-area', ...act, ...kept });
      await publish(tx, teamAreaChanged, { id, validFrom, villageIds, instrumentId, accepted });
      return { ...team, warnings };
    });
  }

  /** Law BR-19: by a decision. What ended with an earlier dissolving day ends with the corrected one. */
  dissolve({ id, dissolvedOn, decision }: Input<typeof dissolveTeam>): Promise<Team> {
    return this.db.transaction(async (tx) => {
      const seatOn = await lastDay(tx, id, dissolvedOn);
      const { teams, communeId } = await concernedBy(tx, [id], seatOn);
      const team = teams[0]!;
      const actId = idFrom(`dissolve ${id}`);
      const known = await tx.findOneBy(TeamActEntity, { id: actId });
      if (known && team.dissolvedOn === dissolvedOn) {
        await sameDecision(tx, known, decision);
        return team;
      }
      await assertNobodyServes(tx, team, dissolvedOn);
      await endTeam(tx, team, dissolvedOn);
      const about = { communeId, on: dissolvedOn, seatOn, title: `Giải thể ${team.name}` };
      const instrumentId = await chairDecision(tx, decision, about);
      const act = { teamId: id, validFrom: dissolvedOn, instrumentId, basedOnId: decision.basedOn };
      await tx.upsert(TeamActEntity, { id: actId, kind: 'dissolve', ...act }, ['id']);
      await publish(tx, teamDissolved, { id, dissolvedOn, instrumentId });
      return { ...team, dissolvedOn };
    });
  }
}

/** The last day that the team stands, as it was until now or as it is to be, whichever is earlier. */
async function lastDay(tx: EntityManager, id: string, dissolvedOn: PlainDate): Promise<PlainDate> {
  const team = await tx.findOneBy(TeamEntity, { id });
  const until = team?.dissolvedOn ?? dissolvedOn;
  return addDays(until < dissolvedOn ? until : dissolvedOn, -1);
}

/** Law BR-19: by the day of the end everybody has been moved or has ceased, as personnel tells of it. */
async function assertNobodyServes(
  tx: EntityManager,
  { id, name }: TeamEntity,
  on: PlainDate,
): Promise<void> {
  const [{ count }] = await tx.query(
    `select count(*)::int as count from serving
      where team_id = $1 and not gone and (valid_to is null or valid_to > $2)`,
    [id, on],
  );
  if (count > 0) throw problem('team-has-members', { id, name, on, count });
}

async function villagesAtFounding(tx: EntityManager, { id, foundedOn }: TeamEntity) {
  const held = await tx.findBy(TeamVillageEntity, { teamId: id, validFrom: foundedOn });
  return held.map(({ villageId }) => villageId).sort();
}

async function firstName(tx: EntityManager, { id, name, foundedOn }: TeamEntity): Promise<string> {
  const former = await tx.findOneBy(TeamFormerNameEntity, { teamId: id, validFrom: foundedOn });
  return former?.name ?? name;
}

/** Since when the team has the name of its row. */
async function namedSince(tx: EntityManager, { id, foundedOn }: TeamEntity): Promise<PlainDate> {
  const last = await tx.findOne(TeamFormerNameEntity, {
    where: { teamId: id },
    order: { validTo: 'desc' },
  });
  return last?.validTo ?? foundedOn;
}
