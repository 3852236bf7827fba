import {
  type approveShifts,
  type correctShift,
  type listShifts,
  problem,
  type recordShift,
  type recordShifts,
  type returnShift,
  type Shift,
  shiftApproved,
  shiftRecorded,
  shiftReturned,
} from '@antt/contracts';
import { addDays, type Input, type Output, type WorkingCalendar } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In, QueryFailedError } from 'typeorm';
import { workingCalendars } from '../calendar/working-calendar.ts';
import { assertCommune, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { clockOf, dayOf, daysOf, isOver, minutesOf, nightsOf } from './night.rules.ts';
import { servedWhere } from './served-where.ts';
import { ShiftEntity } from './shift.entity.ts';

const listSql = sql(import.meta.url, './list-shifts.sql');

type Row = Omit<Shift, 'minutes' | 'nights' | 'holidays' | 'startsAt' | 'endsAt'> & {
  communeId: string;
  startsAt: Date;
  endsAt: Date;
  sortKey: string;
  total: number;
};
type Entry = Input<typeof recordShift> & { correctsId: string | null; reason: string };

/** Who was on duty from when to when: recorded by the team, approved or returned by the commune police. */
@Injectable()
export class ShiftService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listShifts>): Promise<Output<typeof listShifts>> {
    const { from, to, within, teamId, personId, state, cursor, limit } = question;
    const rows: Row[] = await this.db.query(listSql, [
      `${from}T00:00:00+07:00`,
      `${addDays(to, 1)}T00:00:00+07:00`,
      await peopleScope(this.db, 'duty.read', to),
      await peopleWithin(this.db, within, to),
      teamId ?? null,
      personId ?? null,
      state ?? null,
      null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    return {
      items: await shownAll(this.db, rows),
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  record(command: Input<typeof recordShift>): Promise<Shift> {
    return this.db.transaction((tx) =>
      this.enter(tx, { ...command, correctsId: null, reason: '' }),
    );
  }

  /** One after the other in the order of ids, as locks are taken; whom a refusal is about is told. */
  recordSeveral(command: Input<typeof recordShifts>): Promise<Output<typeof recordShifts>> {
    const { members, ...facts } = command;
    const sorted = members.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
    return this.db.transaction(async (tx) => {
      const items: Shift[] = [];
      for (const member of sorted) {
        const entry = { ...facts, ...member, correctsId: null, reason: '' };
        items.push(await this.enter(tx, entry).catch(namedBy(member.personId)));
      }
      return { items };
    });
  }

  /** The wrong entry counts no more from the moment that the new one is there. */
  correct(command: Input<typeof correctShift>): Promise<Shift> {
    const { correctsId } = command;
    return this.db.transaction(async (tx) => {
      const former = await this.locked(tx, [correctsId]);
      await this.assertPlace(tx, 'duty.write', former[0]!);
      await tx.update(ShiftEntity, { id: correctsId }, { state: 'replaced' });
      return this.enter(tx, command);
    });
  }

  approve({ ids }: Input<typeof approveShifts>): Promise<Output<typeof approveShifts>> {
    return this.db.transaction(async (tx) => {
      for (const shift of await this.locked(tx, ids)) {
        await this.assertPlace(tx, 'duty.approve', shift);
        if (shift.state === 'approved') continue;
        assertOpen(shift);
        await assertOver(tx, shift, Date.now());
        await this.judge(tx, shift, { state: 'approved', reason: shift.reason ?? '' });
        await publish(tx, shiftApproved, told(shift));
      }
      return { items: await this.some(tx, ids) };
    });
  }

  return({ id, reason }: Input<typeof returnShift>): Promise<Shift> {
    return this.db.transaction(async (tx) => {
      const [shift] = await this.locked(tx, [id]);
      await this.assertPlace(tx, 'duty.approve', shift!);
      if (shift!.state !== 'returned' || shift!.reason !== reason) {
        assertOpen(shift!);
        await this.judge(tx, shift!, { state: 'returned', reason });
        await publish(tx, shiftReturned, { ...told(shift!), reason });
      }
      return (await this.some(tx, [id]))[0]!;
    });
  }

  private async enter(tx: EntityManager, entry: Entry): Promise<Shift> {
    const { id, personId, orderId, startsAt, endsAt, correctsId } = entry;
    const [start, end] = [new Date(startsAt), new Date(endsAt)];
    const { teamId, communeId } = await servedWhere(tx, 'duty.write', personId, dayOf(start));
    await assertCommune(tx, 'duty.write', communeId, dayOf(start));
    const row = { ...entry, teamId, startsAt: start, endsAt: end };
    const known = await tx.findOneBy(ShiftEntity, { id });
    if (known) sameAgain<Partial<ShiftEntity>>(known, row);
    else {
      if (orderId) await assertOrdered(tx, orderId, { communeId, start, end });
      await tx.insert(ShiftEntity, { ...row, recordedBy: currentPrincipal().username });
      await publish(tx, shiftRecorded, { id, personId, startsAt, endsAt, correctsId });
    }
    return (await this.some(tx, [id]))[0]!;
  }

  private async judge(
    tx: EntityManager,
    { id }: ShiftEntity,
    { state, reason }: { state: 'approved' | 'returned'; reason: string },
  ): Promise<void> {
    const judgedBy = currentPrincipal().username;
    await tx.update(ShiftEntity, { id }, { state, reason, judgedBy, judgedAt: () => 'now()' });
  }

  private async locked(tx: EntityManager, ids: string[]): Promise<ShiftEntity[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const rows = await tx.find(ShiftEntity, { where: { id: In(ids) }, order: { id: 1 }, lock });
    const missing = ids.find((id) => !rows.some((row) => row.id === id));
    if (missing) throw problem('shift-not-found', { id: missing });
    return rows;
  }

  private async assertPlace(
    tx: EntityManager,
    permission: 'duty.write' | 'duty.approve',
    { id, teamId, startsAt }: ShiftEntity,
  ): Promise<void> {
    const on = dayOf(startsAt);
    const [row] = await tx.query(
      `select commune_id as id from team_commune where team_id = $1 and valid_from <= $2
        order by valid_from desc limit 1`,
      [teamId, on],
    );
    if (!row) throw problem('shift-not-found', { id });
    await assertCommune(tx, permission, row.id, on);
  }

  private async some(tx: EntityManager, ids: string[]): Promise<Shift[]> {
    const all = [null, null, null, null, null, null, null, ids, null, ids.length];
    const rows: Row[] = await tx.query(listSql, all);
    return shownAll(tx, rows);
  }
}

function namedBy(personId: string): (error: unknown) => never {
  return (error) => {
    const isTwice =
      error instanceof QueryFailedError &&
      error.driverError.constraint === 'person_has_one_shift_at_a_time';
    throw isTwice ? problem('person-has-one-shift-at-a-time', { id: personId }) : error;
  };
}

function assertOpen({ id, state }: ShiftEntity): void {
  if (state !== 'recorded') throw problem('shift-is-judged', { id, state });
}

/** A plan is no evidence of what is paid: nobody approves hours that have not been served yet. */
async function assertOver(
  tx: EntityManager,
  { id, teamId, startsAt, endsAt }: ShiftEntity,
  now: number,
): Promise<void> {
  if (isOver(endsAt, now)) return;
  const [team] = await tx.query('select name from team where id = $1', [teamId]);
  const name = team?.name ?? '';
  const [on, endsOn] = [dayOf(startsAt), dayOf(endsAt)];
  throw problem('shift-is-not-over', { id, team: name, on, endsOn, until: clockOf(endsAt) });
}

/** A shift under an order lies in its commune and touches its days. */
async function assertOrdered(
  tx: EntityManager,
  id: string,
  { communeId, start, end }: { communeId: string; start: Date; end: Date },
): Promise<void> {
  const [row] = await tx.query(
    `select commune_id = $2 and first_day <= $4 and last_day >= $3 as fits from duty_order where id = $1`,
    [id, communeId, dayOf(start), dayOf(end)],
  );
  if (!row) throw problem('duty-order-not-found', { id });
  if (!row.fits) throw problem('shift-is-not-under-its-order', { id });
}

function told({ id, personId, startsAt, endsAt }: ShiftEntity) {
  return { id, personId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

async function shownAll(db: EntityManager, rows: Row[]): Promise<Shift[]> {
  const calendarOf = await workingCalendars(db, [...new Set(rows.map((row) => row.communeId))]);
  return rows.map((row) => shown(row, calendarOf(row.communeId)));
}

function shown(
  { total: _, sortKey: __, communeId: ___, ...found }: Row,
  { off }: WorkingCalendar,
): Shift {
  const { startsAt, endsAt, ...row } = found;
  return {
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    minutes: minutesOf(startsAt, endsAt),
    nights: nightsOf(startsAt, endsAt),
    holidays: daysOf(startsAt, endsAt).filter((day) => off.has(day)),
  };
}
