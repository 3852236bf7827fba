import {
  type listWorkplaces,
  type openWorkplace,
  problem,
  type Workplace,
  workplaceOpened,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { assertInside, reach } from '../scope.ts';
import { TeamEntity } from '../teams/team.entity.ts';
import { standingUnit } from '../units/standing-unit.ts';
import { TeamWorkplaceEntity, WorkplaceEntity } from './workplace.entity.ts';

const listSql = sql(import.meta.url, './list-workplaces.sql');

@Injectable()
export class WorkplaceService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listWorkplaces>): Promise<Output<typeof listWorkplaces>> {
    const { on, cursor, limit } = question;
    const { scope, within } = reach('workplace.read', question);
    const rows = await this.db.query(listSql, [on, scope, within, cursor ?? null, limit]);
    return {
      items: rows,
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  /** A team that moves in leaves the workplace it had that day. */
  open({ teamIds: given, lon, lat, ...command }: Input<typeof openWorkplace>): Promise<Workplace> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(WorkplaceEntity, { id: command.id });
      // A team named twice is still one.
      const teamIds = [...new Set(given)].sort();
      if (known) {
        const [knownLon, knownLat] = known.point.coordinates;
        const { point: _, level: __, ...rest } = known;
        const opened = { ...rest, lon: knownLon ?? NaN, lat: knownLat ?? NaN };
        sameAgain<Workplace & { teamIds: string[] }>(
          { ...opened, teamIds: await teamsAtOpening(tx, known) },
          { ...command, lon, lat, teamIds },
        );
        return opened;
      }
      await standingUnit(tx, command.villageId, command.validFrom);
      await assertInside(tx, 'workplace.write', [command.villageId], command.validFrom);
      const teams = await activeTeams(tx, teamIds, command.validFrom);
      const villages: { village_id: string }[] = await tx.query(
        `select village_id from team_village where team_id = any ($1)`,
        [teamIds],
      );
      const held = villages.map((row) => row.village_id);
      await assertInside(tx, 'workplace.write', held, command.validFrom);
      await tx.insert(WorkplaceEntity, {
        ...command,
        validTo: null,
        point: { type: 'Point', coordinates: [lon, lat] },
      });
      await tx.query(
        `update team_workplace set valid_to = $2
          where team_id = any ($1) and valid_from < $2 and (valid_to is null or valid_to > $2)`,
        [teamIds, command.validFrom],
      );
      for (const team of teams) {
        await tx.insert(TeamWorkplaceEntity, {
          teamId: team.id,
          workplaceId: command.id,
          validFrom: command.validFrom,
          validTo: team.dissolvedOn,
        });
      }
      const workplace = { ...command, lon, lat, validTo: null };
      await publish(tx, workplaceOpened, workplace);
      return workplace;
    });
  }
}

/** The teams, each of which must be founded and not yet dissolved on the day. */
async function activeTeams(
  tx: EntityManager,
  ids: readonly string[],
  on: PlainDate,
): Promise<TeamEntity[]> {
  // Locked: a team that is dissolved meanwhile leaves its workplaces, this one with them.
  const teams = await tx.find(TeamEntity, {
    where: { id: In(ids) },
    order: { id: 'asc' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const id of ids) {
    const team = teams.find((one) => one.id === id);
    if (!team) throw problem('team-not-found', { id, on });
    const { name, foundedOn, dissolvedOn } = team;
    if (on < foundedOn || (dissolvedOn !== null && on >= dissolvedOn)) {
      throw problem('team-not-active', { id, name, on, foundedOn, dissolvedOn });
    }
  }
  return teams;
}

async function teamsAtOpening(tx: EntityManager, { id, validFrom }: WorkplaceEntity) {
  const stays = await tx.findBy(TeamWorkplaceEntity, { workplaceId: id, validFrom });
  return stays.map(({ teamId }) => teamId).sort();
}
