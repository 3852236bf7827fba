import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { assertInside } from '@antt/service-kit';
import { type EntityManager, In } from 'typeorm';
import { lockUnits, ownUnit } from '../units/standing-unit.ts';
import { TeamEntity, TeamVillageEntity } from './team.entity.ts';

/** The teams of an act, active and locked; the villages they hold on its day, and those named beside. */
export type Concerned = { teams: TeamEntity[]; held: string[]; communeId: string };

/**
 * Locks what an act on the day concerns, the commune before its teams as reorganisations do, and refuses teams that
 * are not active that day or not the sender's.
 */
export async function concernedBy(
  tx: EntityManager,
  teamIds: readonly string[],
  on: PlainDate,
  beside: readonly string[] = [],
): Promise<Concerned> {
  await assertOwnTeams(tx, teamIds, on);
  const villages = await villagesOf(tx, teamIds, on);
  const communeId = await lockCommune(tx, [...new Set([...villages, ...beside])].sort(), on);
  const teams = await lockTeams(tx, teamIds, on);
  const held = await villagesOf(tx, teamIds, on);
  for (const team of teams) {
    const { id, name, foundedOn, dissolvedOn } = team;
    if (on >= foundedOn && (dissolvedOn === null || on < dissolvedOn) && communeId) continue;
    await assertInsideEver(tx, id, on);
    throw problem('team-not-active', { id, name, on, foundedOn, dissolvedOn });
  }
  return { teams, held, communeId: communeId! };
}

/** Teams that are not there, and those of others, are refused alike and before anything is said of the rest. */
export async function assertOwnTeams(
  tx: EntityManager,
  teamIds: readonly string[],
  on: PlainDate,
): Promise<void> {
  for (const id of teamIds) {
    const absent = problem('team-not-found', { id, on });
    if (!(await tx.existsBy(TeamEntity, { id }))) throw absent;
    await assertInside(tx, 'team.write', await villagesOf(tx, [id], on), on, absent);
  }
}

/** Whoever may not write where the team ever stood is not told either that it does not stand. */
export async function assertInsideEver(
  tx: EntityManager,
  teamId: string,
  on: PlainDate,
): Promise<void> {
  const held: { id: string }[] = await tx.query(
    // a village that was joined to another before the day lies in no area any more; its heir does
    `select distinct coalesce(h.heir, tv.village_id) as id
       from team_village tv left join village_heirs($2) h on h.was = tv.village_id
      where tv.team_id = $1`,
    [teamId, on],
  );
  const villageIds = held.map(({ id }) => id);
  const absent = problem('team-not-found', { id: teamId, on });
  await assertInside(tx, 'team.write', villageIds, on, absent);
}

/** In the order of their ids, so that two acts wait for one another instead of both for ever. */
async function lockTeams(
  tx: EntityManager,
  ids: readonly string[],
  on: PlainDate,
): Promise<TeamEntity[]> {
  const teams = await tx.find(TeamEntity, {
    where: { id: In([...ids]) },
    order: { id: 'asc' },
    lock: { mode: 'pessimistic_write' },
  });
  const known = new Set(teams.map(({ id }) => id));
  for (const id of ids) if (!known.has(id)) throw problem('team-not-found', { id, on });
  return teams;
}

/** The villages that the teams hold on the day. */
export async function villagesOf(
  tx: EntityManager,
  teamIds: readonly string[],
  on: PlainDate,
): Promise<string[]> {
  const rows: { village_id: string }[] = await tx.query(
    `select distinct village_id from team_village
      where team_id = any ($1) and valid_from <= $2 and (valid_to is null or $2 < valid_to)
      order by village_id`,
    [teamIds, on],
  );
  return rows.map((row) => row.village_id);
}

/**
 * The commune of the villages, which its sender may write on the day. It is locked with them: of two acts in one
 * commune the later one sees the earlier one's teams, and villages are not reorganised meanwhile.
 */
export async function lockCommune(
  tx: EntityManager,
  villageIds: readonly string[],
  on: PlainDate,
): Promise<string | null> {
  for (const villageId of villageIds) await ownUnit(tx, 'team.write', villageId, on);
  const above = await communesOf(tx, villageIds, on);
  await lockUnits(tx, [...above, ...villageIds]);
  return (await communesOf(tx, villageIds, on))[0] ?? null;
}

async function communesOf(tx: EntityManager, villageIds: readonly string[], on: PlainDate) {
  const rows: { parent_id: string }[] = await tx.query(
    `select distinct parent_id from unit_parent
      where unit_id = any ($1) and valid_from <= $2 and (valid_to is null or $2 < valid_to)
      order by parent_id`,
    [villageIds, on],
  );
  return rows.map((row) => row.parent_id);
}

/** From the day on the team holds these villages; refused where something about them begins later. */
export async function holdFrom(
  tx: EntityManager,
  { id, name, dissolvedOn }: TeamEntity,
  villageIds: readonly string[],
  on: PlainDate,
): Promise<void> {
  const held = await tx.findBy(TeamVillageEntity, { teamId: id });
  await assertNothingLater(tx, { id, name }, on);
  const standing = held.filter(({ validTo }) => validTo === null || validTo > on);
  for (const { villageId, validFrom } of standing) {
    if (villageIds.includes(villageId)) continue;
    const key = { teamId: id, villageId, validFrom };
    if (validFrom === on) await tx.delete(TeamVillageEntity, key);
    else await tx.update(TeamVillageEntity, key, { validTo: on });
  }
  const goesOn = new Set(standing.map(({ villageId }) => villageId));
  const gained = villageIds.filter((villageId) => !goesOn.has(villageId));
  await tx.insert(
    TeamVillageEntity,
    gained.map((villageId) => ({ teamId: id, villageId, validFrom: on, validTo: dissolvedOn })),
  );
}

/** The team ends on the day, and with it what it holds; a corrected day moves what ended with the earlier one. */
export async function endTeam(tx: EntityManager, team: TeamEntity, on: PlainDate): Promise<void> {
  await assertNothingLater(tx, team, on);
  await tx.update(TeamEntity, { id: team.id }, { dissolvedOn: on });
  for (const table of ['team_village', 'team_workplace']) {
    await tx.query(
      `update ${table} set valid_to = $2
        where team_id = $1 and valid_from < $2
          and (valid_to is null or valid_to > $2 or valid_to = $3)`,
      [team.id, on, team.dissolvedOn],
    );
  }
}

async function assertNothingLater(
  tx: EntityManager,
  { id, name }: Pick<TeamEntity, 'id' | 'name'>,
  on: PlainDate,
): Promise<void> {
  const [later] = await tx.query(
    `select min(valid_from) as day
       from (select valid_from from team_village where team_id = $1 and valid_from > $2
             union all
             select valid_from from team_workplace where team_id = $1 and valid_from > $2) l`,
    [id, on],
  );
  if (later.day) throw problem('team-has-later-changes', { id, name, on, day: later.day });
}
