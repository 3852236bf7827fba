import { getWorkingCalendars } from '@antt/contracts';
import type { WorkingCalendar } from '@antt/kernel';
import { Client } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';

type Days = { off: string[]; worked: string[] };

const setsOf = ({ off, worked }: Days): WorkingCalendar => ({
  off: new Set(off),
  worked: new Set(worked),
});

/** Holidays as personnel keeps them. */
@Injectable()
export class Calendars {
  constructor(private readonly client: Client) {}

  /** The calendar of each unit and, for null, of the country; asked once for all of them. */
  async of(unitIds: readonly string[]): Promise<(unitId: string | null) => WorkingCalendar> {
    const { country, items } = await this.client.call(getWorkingCalendars, {
      unitIds: [...unitIds],
    });
    const calendars = new Map(items.map((one) => [one.unitId, setsOf(one)]));
    const everywhere = setsOf(country);
    return (unitId) => calendars.get(unitId ?? '') ?? everywhere;
  }
}
