import {
  type assignWorkplace,
  type changeWorkplace,
  type closeWorkplace,
  type openWorkplace,
  problem,
  type Workplace,
  workplaceAssigned,
  workplaceChanged,
  workplaceClosed,
  workplaceOpened,
} from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate } from '@antt/kernel';
import { assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { attachFiles, detachFiles } from '../files/attached-files.ts';
import { TeamVillageEntity } from '../teams/team.entity.ts';
import { villagesOf } from '../teams/team-holding.ts';
import { ownUnit } from '../units/standing-unit.ts';
import { activeOn, activeTeams, leaveOn, ownOn, stayFrom } from './stay.ts';
import {
  TeamWorkplaceEntity,
  WorkplaceEntity,
  WorkplaceFormerStateEntity,
} from './workplace.entity.ts';

const profileSql = sql(import.meta.url, './workplace-profile.sql');

@Injectable()
export class WorkplaceActService {
  constructor(private readonly db: EntityManager) {}

  /** A team that moves in leaves the workplace it had that day. */
  open(command: Input<typeof openWorkplace>): Promise<Workplace> {
    const { teamIds: given, photoIds, lon, lat, ...facts } = command;
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(WorkplaceEntity, { id: facts.id });
      // A team named twice is still one.
      const teamIds = [...new Set(given)].sort();
      if (known) {
        const opened = workplaceOf(known);
        sameAgain<Workplace & { teamIds: string[] }>(
          { ...opened, teamIds: await teamsAtOpening(tx, known) },
          { ...facts, lon, lat, teamIds },
        );
        return opened;
      }
      await ownUnit(tx, 'workplace.write', facts.villageId, facts.validFrom);
      for (const teamId of teamIds) {
        const absent = problem('team-not-found', { id: teamId, on: facts.validFrom });
        const held = await tx.findBy(TeamVillageEntity, { teamId });
        const villages = held.map(({ villageId }) => villageId);
        await assertInside(tx, 'workplace.write', villages, facts.validFrom, absent);
      }
      const teams = await activeTeams(tx, teamIds, facts.validFrom);
      const point = pointAt(lon, lat);
      await tx.insert(WorkplaceEntity, { ...facts, validTo: null, point });
      const workplace = { ...facts, lon, lat, validTo: null };
      await stayFrom(tx, teams, workplace, facts.validFrom);
      await attachFiles(tx, 'workplace', facts.id, photoIds);
      await publish(tx, workplaceOpened, workplace);
      return workplace;
    });
  }

  /** From the day on; what was stays for the days before. The day of the last change itself is corrected. */
  change(command: Input<typeof changeWorkplace>): Promise<Output<typeof changeWorkplace>> {
    const { id, validFrom, photoIds, dropPhotoIds, lon, lat, ...said } = command;
    return this.db.transaction(async (tx) => {
      const old = await activeOn(tx, id, validFrom);
      const village = await this.villageOn(tx, id, validFrom);
      const absent = problem('workplace-not-found', { id, on: validFrom });
      await assertInside(tx, 'workplace.write', [village], validFrom, absent);
      const to = said.villageId;
      if (to && to !== village) await ownUnit(tx, 'workplace.write', to, validFrom);
      const { validTo, level: _, id: __, code: ___, ...facts } = old;
      const since = await stateSince(tx, old);
      if (validFrom < since) {
        const { name } = old;
        throw problem('workplace-has-later-changes', { id, name, on: validFrom, day: since });
      }
      const [wasLon, wasLat] = old.point.coordinates as [number, number];
      const point = pointAt(lon ?? wasLon, lat ?? wasLat);
      const became = { ...old, ...defined(said), point };
      if (!same(old, became)) {
        if (since < validFrom) {
          const former = { ...facts, workplaceId: id, validFrom: since, validTo: validFrom };
          await tx.insert(WorkplaceFormerStateEntity, former);
        }
        await tx.update(WorkplaceEntity, { id }, { ...defined(said), point });
        await publish(tx, workplaceChanged, { ...workplaceOf(became), validFrom });
      }
      await attachFiles(tx, 'workplace', id, photoIds);
      await detachFiles(tx, 'workplace', id, dropPhotoIds);
      const [profile] = await tx.query(profileSql, [id, validFrom]);
      return { ...workplaceOf(became), validTo, isOutside: profile.isOutside };
    });
  }

  close({ id, closedOn }: Input<typeof closeWorkplace>): Promise<Workplace> {
    return this.db.transaction(async (tx) => {
      const old = await tx.findOne(WorkplaceEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const absent = problem('workplace-not-found', { id });
      if (!old) throw absent;
      const last = [old.validTo, closedOn].filter((day) => day !== null).sort()[0]!;
      const village = await this.villageOn(tx, id, addDays(last, -1), old);
      await assertInside(tx, 'workplace.write', [village], addDays(last, -1), absent);
      if (old.validTo === closedOn) return workplaceOf(old);
      const { name, validFrom, validTo } = old;
      if (validTo !== null || closedOn <= validFrom) {
        throw problem('workplace-not-in-use', { id, name, on: closedOn, validFrom, validTo });
      }
      const since = await stateSince(tx, old);
      if (closedOn <= since) {
        const members = { id, name, on: closedOn, day: since };
        throw problem('workplace-closes-after-its-last-change', members);
      }
      await tx.update(WorkplaceEntity, { id }, { validTo: closedOn });
      await tx.query(`delete from team_workplace where workplace_id = $1 and valid_from >= $2`, [
        id,
        closedOn,
      ]);
      const left: [{ team_id: string }[]] = await tx.query(
        `update team_workplace set valid_to = $2
          where workplace_id = $1 and (valid_to is null or valid_to > $2) returning team_id`,
        [id, closedOn],
      );
      const teamIds = left[0].map((row) => row.team_id).sort();
      await publish(tx, workplaceClosed, { id, closedOn, teamIds });
      return workplaceOf({ ...old, validTo: closedOn });
    });
  }

  assign(command: Input<typeof assignWorkplace>): Promise<Output<typeof assignWorkplace>> {
    const { id, workplaceId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      const villages = await villagesOf(tx, [id], validFrom);
      const absent = problem('team-not-found', { id, on: validFrom });
      await assertInside(tx, 'workplace.write', villages, validFrom, absent);
      const teams = await activeTeams(tx, [id], validFrom);
      const [now] = await tx.query(
        `select workplace_id from team_workplace where team_id = $1 and valid_from <= $2
            and (valid_to is null or $2 < valid_to)`,
        [id, validFrom],
      );
      if ((now?.workplace_id ?? null) === workplaceId) return command;
      const later = await nextStay(tx, id, validFrom);
      if (later) {
        const { name } = teams[0]!;
        throw problem('team-has-later-changes', { id, name, on: validFrom, day: later });
      }
      if (workplaceId === null) await leaveOn(tx, [id], validFrom);
      else {
        await stayFrom(tx, teams, await ownOn(tx, workplaceId, validFrom), validFrom);
      }
      await publish(tx, workplaceAssigned, { teamId: id, workplaceId, validFrom });
      return command;
    });
  }

  private async villageOn(
    tx: EntityManager,
    id: string,
    on: PlainDate,
    { villageId }: { villageId?: string } = {},
  ): Promise<string> {
    const [profile] = await tx.query(profileSql, [id, on]);
    return profile?.villageId ?? villageId;
  }
}

const pointAt = (lon: number, lat: number) => ({
  type: 'Point' as const,
  coordinates: [lon, lat] as [number, number],
});

function workplaceOf({ point, level: _, ...rest }: WorkplaceEntity): Workplace {
  const [lon, lat] = point.coordinates as [number, number];
  return { ...rest, lon, lat };
}

function defined<T extends object>(said: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as never;
}

const same = (one: WorkplaceEntity, other: WorkplaceEntity) =>
  JSON.stringify(workplaceOf(one)) === JSON.stringify(workplaceOf(other));

/** Since when the workplace is as its row says. */
async function stateSince(tx: EntityManager, { id, validFrom }: WorkplaceEntity) {
  const last = await tx.findOne(WorkplaceFormerStateEntity, {
    where: { workplaceId: id },
    order: { validTo: 'desc' },
  });
  return last?.validTo ?? validFrom;
}

async function nextStay(tx: EntityManager, teamId: string, on: PlainDate) {
  const [next] = await tx.query(
    `select min(valid_from) as day from team_workplace where team_id = $1 and valid_from > $2`,
    [teamId, on],
  );
  return next.day as PlainDate | null;
}

async function teamsAtOpening(tx: EntityManager, { id, validFrom }: WorkplaceEntity) {
  const stays = await tx.findBy(TeamWorkplaceEntity, { workplaceId: id, validFrom });
  return stays.map(({ teamId }) => teamId).sort();
}
