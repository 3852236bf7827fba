import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { assertInside, sql } from '@antt/service-kit';
import { type EntityManager, In } from 'typeorm';
import { TeamEntity } from '../teams/team.entity.ts';
import { TeamWorkplaceEntity, WorkplaceEntity } from './workplace.entity.ts';

const profileSql = sql(import.meta.url, './workplace-profile.sql');

/** The teams, each of which must be founded and not yet dissolved on the day. */
export async function activeTeams(
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

/** The workplace, which must be in use on the day. */
export async function activeOn(
  tx: EntityManager,
  id: string,
  on: PlainDate,
): Promise<WorkplaceEntity> {
  const workplace = await tx.findOne(WorkplaceEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!workplace) throw problem('workplace-not-found', { id, on });
  const { name, validFrom, validTo } = workplace;
  if (on < validFrom || (validTo !== null && on >= validTo)) {
    throw problem('workplace-not-in-use', { id, name, on, validFrom, validTo });
  }
  return workplace;
}

/** The same, for whoever may write where it stands on the day. */
export async function ownOn(
  tx: EntityManager,
  id: string,
  on: PlainDate,
): Promise<WorkplaceEntity> {
  const workplace = await activeOn(tx, id, on);
  const [profile] = await tx.query(profileSql, [id, on]);
  const villageId: string = profile?.villageId ?? workplace.villageId;
  await assertInside(
    tx,
    'workplace.write',
    [villageId],
    on,
    problem('workplace-not-found', { id, on }),
  );
  return workplace;
}

/**
 * From the day on the teams work from there, until the workplace closes or the team ends; who moves in leaves the
 * workplace of that day.
 */
export async function stayFrom(
  tx: EntityManager,
  teams: readonly Pick<TeamEntity, 'id' | 'dissolvedOn'>[],
  { id, validTo }: Pick<WorkplaceEntity, 'id' | 'validTo'>,
  on: PlainDate,
): Promise<void> {
  const teamIds = teams.map((team) => team.id);
  await leaveOn(tx, teamIds, on);
  for (const { id: teamId, dissolvedOn } of teams) {
    const ends = [dissolvedOn, validTo].filter((day) => day !== null).sort();
    const stay = { teamId, workplaceId: id, validFrom: on, validTo: ends[0] ?? null };
    await tx.insert(TeamWorkplaceEntity, stay);
  }
}

/** The teams have no workplace from the day on, until a move that is planned already. */
export async function leaveOn(
  tx: EntityManager,
  teamIds: readonly string[],
  on: PlainDate,
): Promise<void> {
  await tx.query(`delete from team_workplace where team_id = any ($1) and valid_from = $2`, [
    teamIds,
    on,
  ]);
  await tx.query(
    `update team_workplace set valid_to = $2
      where team_id = any ($1) and valid_from < $2 and (valid_to is null or valid_to > $2)`,
    [teamIds, on],
  );
}
