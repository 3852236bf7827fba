import {
  type listUnitStandings,
  problem,
  type recordUnitStanding,
  type UnitStanding,
  unitStandingRecorded,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { standingYearOf } from './award.rules.ts';
import { UnitStandingEntity } from './unit-standing.entity.ts';

const listText = sql(import.meta.url, './list-standings.sql');

type Asked = {
  year: number;
  within?: string | undefined;
  q?: string | undefined;
  unitId?: string;
  on: PlainDate;
  start?: number;
  limit: number;
};

/** Classes of the movement and safety results of units, recorded by whoever lies over them until others feed them. */
@Injectable()
export class UnitStandingService {
  constructor(private readonly db: EntityManager) {}

  async list({
    cursor,
    ...asked
  }: Input<typeof listUnitStandings>): Promise<Output<typeof listUnitStandings>> {
    const start = Number(cursor ?? 0);
    const rows = await this.rows(this.db, { ...asked, start, on: today() });
    const items = rows.map(({ total: _, ...row }) => row);
    const total = rows[0]?.total ?? 0;
    const next = start + items.length;
    return { items, nextCursor: items.length > 0 && next < total ? String(next) : null, total };
  }

  record(command: Input<typeof recordUnitStanding>): Promise<UnitStanding> {
    const { id, unitId, year, classOn, safetyOn } = command;
    return this.db.transaction(async (tx) => {
      // The tree of the day of each decision: who decided of a unit that is gone since lay over it then.
      const days = [classOn, safetyOn].filter((day) => day !== null);
      const on = days[0] ?? today();
      for (const day of days.length > 0 ? days : [on]) {
        if (day > today()) throw problem('award-day-does-not-fit', { day, from: '', to: today() });
        const level = await assertOverUnit(tx, unitId, day);
        const latest = standingYearOf(level, day);
        // Nobody decides of a year that has not begun.
        if (year > latest) throw problem('unit-standing-year-not-begun', { year, on: day });
      }
      const known = await tx.findOneBy(UnitStandingEntity, { id });
      if (known) sameAgain<Partial<UnitStandingEntity>>(known, command);
      else {
        await tx.insert(UnitStandingEntity, {
          ...command,
          recordedBy: currentPrincipal().username,
        });
        await publish(tx, unitStandingRecorded, command);
      }
      const [row] = await this.rows(tx, { year, unitId, on, limit: 1 });
      if (!row) throw problem('unit-not-found', { id: unitId, on });
      const { total: _, ...standing } = row;
      return standing;
    });
  }

  private rows(db: EntityManager, asked: Asked): Promise<(UnitStanding & { total: number })[]> {
    const { year, within, q, unitId, on, start = 0, limit } = asked;
    const roots = reach('award.read', within ? { on, within } : { on });
    const words = q ? q.replaceAll(/[%_\\]/g, '\\$&') : null;
    return db.query(listText, [
      ...[year, roots.scope, roots.within, on, words, unitId ?? null, start, limit],
    ]);
  }
}

/** Its level. Nobody records of the own unit: that is decided by what lies over it (TT 124/2021/TT-BCA Art. 10). */
async function assertOverUnit(tx: EntityManager, unitId: string, on: PlainDate): Promise<string> {
  const absent = problem('unit-not-found', { id: unitId, on });
  await assertInside(tx, 'standing.write', [unitId], on, absent);
  const [over]: { id: string | null; own: string }[] = await tx.query(
    `select a.id, u.level as own from unit u
       join unit_version v on v.unit_id = u.id and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
       left join unit_above(u.id, $2) a on a.steps = 1
      where u.id = $1`,
    [unitId, on],
  );
  if (!over) throw absent;
  // A province is decided of by the ministry, and recorded by itself.
  if (!over.id) return over.own;
  const { scope } = reach('standing.write', { on });
  const [holds] = await tx.query(
    `select from unit_below($1::uuid[], $2) b where $1::uuid[] is null or b.id = $3`,
    [scope, on, over.id],
  );
  if (scope !== null && !holds) throw problem('unit-standing-of-ones-own', { on });
  return over.own;
}
