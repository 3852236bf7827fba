import { getWorkingCalendars, listHolidays, removeHoliday, setHoliday } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { HolidayService } from './holiday.service.ts';

@Controller()
export class HolidayController {
  constructor(private readonly holidays: HolidayService) {}

  @Handles(listHolidays)
  list(question: Input<typeof listHolidays>) {
    return this.holidays.list(question);
  }

  @Handles(getWorkingCalendars)
  calendars(question: Input<typeof getWorkingCalendars>) {
    return this.holidays.calendars(question);
  }

  @Handles(setHoliday)
  set(command: Input<typeof setHoliday>) {
    return this.holidays.set(command);
  }

  @Handles(removeHoliday)
  remove(command: Input<typeof removeHoliday>) {
    return this.holidays.remove(command);
  }
}
