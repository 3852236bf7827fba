import {
  type getWorkingCalendars,
  type Holiday,
  holidayRemoved,
  holidaySet,
  type listHolidays,
  problem,
  type removeHoliday,
  type setHoliday,
} from '@antt/contracts';
import type { Input, Output, WorkingCalendar } from '@antt/kernel';
import { assertEverywhere, assertInside, publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { HolidayEntity } from './holiday.entity.ts';
import { workingCalendars } from './working-calendar.ts';

/** Public holidays as data: shipped as far as they are certain, and kept by whoever may set parameters. */
@Injectable()
export class HolidayService {
  constructor(private readonly db: EntityManager) {}

  async list({
    from,
    to,
    within,
  }: Input<typeof listHolidays>): Promise<Output<typeof listHolidays>> {
    const items = await this.db.query(
      `select h.id, h.day, h.name, h.source, h.unit_id as "unitId", h.worked,
              coalesce(v.kind || ' ' || v.name, '') as "unitName"
         from holiday h
         left join lateral (select kind, name from unit_version
                             where unit_id = h.unit_id order by valid_from desc limit 1) v on true
        where ($1::date is null or h.day >= $1) and ($2::date is null or h.day <= $2)
          and ($3::uuid is null or h.unit_id is null
               or exists (select 1 from unit_below(array[h.unit_id], h.day) b where b.id = $3))
        order by h.day, h.unit_id nulls first`,
      [from ?? null, to ?? null, within ?? null],
    );
    return { items, nextCursor: null, total: items.length };
  }

  /** What other services reckon terms by, asked once for all their units. */
  async calendars({
    unitIds,
  }: Input<typeof getWorkingCalendars>): Promise<Output<typeof getWorkingCalendars>> {
    const calendarOf = await workingCalendars(this.db, unitIds);
    const days = ({ off, worked }: WorkingCalendar) => ({ off: [...off], worked: [...worked] });
    return {
      // No unit has this id, so nothing but the country's days is said of it.
      country: days(calendarOf('')),
      items: unitIds.map((unitId) => ({ unitId, ...days(calendarOf(unitId)) })),
    };
  }

  /** One row for a day and a unit: another one takes the place of the former, under an id of its own. */
  set(command: Input<typeof setHoliday>): Promise<Holiday> {
    const { id, day, unitId } = command;
    return this.db.transaction(async (tx) => {
      await assertMayKeep(tx, command);
      const known = await tx.findOneBy(HolidayEntity, { id });
      if (known) await assertMayKeep(tx, known);
      await tx.delete(HolidayEntity, { day, unitId: unitId ?? IsNull() });
      await tx.save(HolidayEntity, command);
      await publish(tx, holidaySet, command);
      return command;
    });
  }

  remove({ id }: Input<typeof removeHoliday>): Promise<Output<typeof removeHoliday>> {
    return this.db.transaction(async (tx) => {
      const holiday = await tx.findOneBy(HolidayEntity, { id });
      if (!holiday) throw problem('holiday-not-found', { id });
      await assertMayKeep(tx, holiday);
      await tx.delete(HolidayEntity, { id });
      await publish(tx, holidayRemoved, holiday);
      return { removed: true };
    });
  }
}

/** A day of the whole country is for who answers for all of the installation. */
async function assertMayKeep(
  tx: EntityManager,
  { unitId, day }: Pick<Holiday, 'unitId' | 'day'>,
): Promise<void> {
  if (unitId === null) assertEverywhere('setting.write', day);
  else await assertInside(tx, 'setting.write', [unitId], day);
}
