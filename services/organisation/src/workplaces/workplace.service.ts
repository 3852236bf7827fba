import {
  type listWorkplaces,
  type openWorkplace,
  type Workplace,
  workplaceOpened,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertInside, reach } from '../scope.ts';
import { standingUnit } from '../units/standing-unit.ts';
import { activeTeams, stayFrom } from './stay.ts';
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
      const workplace = { ...command, lon, lat, validTo: null };
      await stayFrom(tx, teams, workplace, command.validFrom);
      await publish(tx, workplaceOpened, workplace);
      return workplace;
    });
  }
}

async function teamsAtOpening(tx: EntityManager, { id, validFrom }: WorkplaceEntity) {
  const stays = await tx.findBy(TeamWorkplaceEntity, { workplaceId: id, validFrom });
  return stays.map(({ teamId }) => teamId).sort();
}
