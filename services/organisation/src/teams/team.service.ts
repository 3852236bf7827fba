import { type getTeam, type getTeamHistory, type listTeams, problem } from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate, searchKey, today } from '@antt/kernel';
import { assertInside, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { TeamEntity } from './team.entity.ts';
import { villagesOf } from './team-holding.ts';

const listSql = sql(import.meta.url, './list-teams.sql');
const profileSql = sql(import.meta.url, './team-profile.sql');
const historySql = sql(import.meta.url, './team-history.sql');

@Injectable()
export class TeamService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listTeams>): Promise<Output<typeof listTeams>> {
    const { on, q, lacks, cursor, limit } = question;
    const { scope, within } = reach('team.read', question);
    const key = q ? searchKey(q) : null;
    const rows = await this.db.query(listSql, [
      on,
      scope,
      within,
      key,
      cursor ?? null,
      limit,
      lacks ?? null,
    ]);
    return {
      items: rows,
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id, on: asked }: Input<typeof getTeam>): Promise<Output<typeof getTeam>> {
    const team = await this.standing(id);
    const on = nearest(team, asked);
    await this.assertReadable(id, on);
    const [row] = await this.db.query(profileSql, [id, on]);
    return row;
  }

  /** Of a team that has ended the last day counts, of any other today. */
  async history({ id }: Input<typeof getTeamHistory>): Promise<Output<typeof getTeamHistory>> {
    const team = await this.standing(id);
    await this.assertReadable(id, nearest(team, today()));
    const items = await this.db.query(historySql, [id]);
    return { items, nextCursor: null, total: items.length };
  }

  private async standing(id: string): Promise<TeamEntity> {
    const team = await this.db.findOneBy(TeamEntity, { id });
    if (!team) throw problem('team-not-found', { id });
    return team;
  }

  private async assertReadable(id: string, on: PlainDate): Promise<void> {
    const held = await villagesOf(this.db, [id], on);
    await assertInside(this.db, 'team.read', held, on, problem('team-not-found', { id }));
  }
}

/** The day itself while the team stands, else its first or its last one. */
function nearest({ foundedOn, dissolvedOn }: TeamEntity, on: PlainDate): PlainDate {
  if (on < foundedOn) return foundedOn;
  return dissolvedOn !== null && on >= dissolvedOn ? addDays(dissolvedOn, -1) : on;
}
