import {
  type dissolveTeam,
  type foundTeam,
  type listTeams,
  problem,
  type Team,
  teamDissolved,
  teamFounded,
} from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertInside, reach } from '../scope.ts';
import { standingUnit } from '../units/standing-unit.ts';
import { TeamEntity, TeamVillageEntity } from './team.entity.ts';

const listSql = sql(import.meta.url, './list-teams.sql');

@Injectable()
export class TeamService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listTeams>): Promise<Output<typeof listTeams>> {
    const { on, q, cursor, limit } = question;
    const { scope, within } = reach('team.read', question);
    const key = q ? searchKey(q) : null;
    const rows = await this.db.query(listSql, [on, scope, within, key, cursor ?? null, limit]);
    return {
      items: rows,
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  /** Law 30/2023/QH15 Art. 14.5: founded by the commune's chair, over villages of one commune. */
  found({ villageIds: given, ...command }: Input<typeof foundTeam>): Promise<Team> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(TeamEntity, { id: command.id });
      // A village named twice is still one.
      const villageIds = [...new Set(given)].sort();
      if (known) {
        const held = await villagesAtFounding(tx, known);
        sameAgain<Team & { villageIds: string[] }>(
          { ...known, villageIds: held },
          { ...command, villageIds },
        );
        return known;
      }
      for (const villageId of villageIds) await standingUnit(tx, villageId, command.foundedOn);
      await assertInside(tx, 'team.write', villageIds, command.foundedOn);
      const team = { ...command, dissolvedOn: null };
      await tx.insert(TeamEntity, { ...team, searchKey: searchKey(team.name) });
      await tx.insert(
        TeamVillageEntity,
        villageIds.map((villageId) => ({
          teamId: team.id,
          villageId,
          validFrom: team.foundedOn,
          validTo: null,
        })),
      );
      await publish(tx, teamFounded, { ...team, villageIds });
      return team;
    });
  }

  dissolve({ id, dissolvedOn }: Input<typeof dissolveTeam>): Promise<Team> {
    return this.db.transaction(async (tx) => {
      const team = await tx.findOne(TeamEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!team) throw problem('team-not-found', { id });
      const villages = await tx.findBy(TeamVillageEntity, { teamId: id });
      await assertInside(
        tx,
        'team.write',
        villages.map((held) => held.villageId),
        dissolvedOn,
      );
      if (team.dissolvedOn === dissolvedOn) return team;
      await tx.update(TeamEntity, { id }, { dissolvedOn });
      for (const table of ['team_village', 'team_workplace']) {
        // What ended with an earlier dissolving day ends with the corrected one.
        await tx.query(
          `update ${table} set valid_to = $2
            where team_id = $1 and valid_from < $2
              and (valid_to is null or valid_to > $2 or valid_to = $3)`,
          [id, dissolvedOn, team.dissolvedOn],
        );
      }
      await publish(tx, teamDissolved, { id, dissolvedOn });
      return { ...team, dissolvedOn };
    });
  }
}

async function villagesAtFounding(tx: EntityManager, { id, foundedOn }: TeamEntity) {
  const held = await tx.findBy(TeamVillageEntity, { teamId: id, validFrom: foundedOn });
  return held.map(({ villageId }) => villageId).sort();
}
