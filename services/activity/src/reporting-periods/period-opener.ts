import { addDays, type PlainDate, today } from '@antt/kernel';
import { Rounds, Settings } from '@antt/service-kit';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Calendars } from '../calendars.ts';
import type { ActivitySettings } from '../config.ts';
import { openPeriods } from './period-opening.ts';

const pause = 5 * 60_000;

/** Opens the periods of every province that have a day from today on, so many days ahead; answers how many. */
export async function openAhead(
  db: EntityManager,
  calendars: Calendars,
  { on, days }: { on: PlainDate; days: number },
): Promise<number> {
  const provinces: { id: string }[] = await db.query(
    `select u.id from unit u join unit_version v on v.unit_id = u.id
      where u.level = 'province' and v.valid_from <= $1 and (v.valid_to is null or $1 < v.valid_to)
      order by u.id`,
    [on],
  );
  if (provinces.length === 0) return 0;
  const calendarOf = await calendars.of(provinces.map(({ id }) => id));
  let opened = 0;
  for (const { id: provinceId } of provinces) {
    const ahead = { provinceId, from: on, to: addDays(on, days) };
    const periods = await db.transaction((tx) => openPeriods(tx, ahead, calendarOf(provinceId)));
    opened += periods.length;
  }
  return opened;
}

/** Does so at the start of the service and again and again: units and holidays may come late. */
@Injectable()
export class PeriodOpener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    ...{
      name: 'reporting periods',
      every: pause,
      late: 'reporting periods wait for the next round',
    },
    work: () => openAhead(this.db, this.calendars, { on: today(), days: this.ahead }),
  });

  constructor(
    private readonly db: EntityManager,
    private readonly calendars: Calendars,
    @Inject(Settings) private readonly settings: ActivitySettings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.ahead > 0) this.rounds.begin();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  private get ahead(): number {
    return this.settings.PERIODS_AHEAD_DAYS;
  }
}
