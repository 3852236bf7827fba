import { operation, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/** Days that weeks alone get wrong: days off, and weekend days worked in exchange. */
const CalendarDays = z.object({ off: z.array(PlainDate), worked: z.array(PlainDate) });

export const getWorkingCalendars = operation('personnel.working-calendar.get', {
  allow: 'services',
  summary: 'What terms in working days are reckoned by, for the country and for units',
  input: z.strictObject({ unitIds: z.array(z.uuid()).max(200) }),
  output: z.object({
    country: CalendarDays,
    items: z.array(CalendarDays.extend({ unitId: z.uuid() })),
  }),
});
