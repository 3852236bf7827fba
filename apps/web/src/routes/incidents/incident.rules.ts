import type { Incident, IncidentKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { dayOfMoment, formatMoment } from '../../moment.ts';

type Figures = Incident['figures'];
export type Entered = Partial<Record<string, number | boolean | string | null>>;

/** A moment as entered: a time before the one that it follows is of the next day. */
export function momentOf(day: PlainDate, time: string): string {
  return `${day}T${time}:00+07:00`;
}

/** The moment after another one that a clock shows next: 00:10 after 23:50 is of the next day. */
export function momentAfter(known: string, time: string): string {
  const same = momentOf(dayOfMoment(known), time);
  if (Date.parse(same) >= Date.parse(known)) return same;
  const next = momentOf(dayOfMoment(new Date(Date.parse(same) + 86_400_000).toISOString()), time);
  // Some minutes before is a slip that the service names, not a day later.
  return Date.parse(next) - Date.parse(known) > 12 * 3_600_000 ? same : next;
}

/** `20:15` of an instant here. */
export const clockOf = (moment: string): string => formatMoment(moment).slice(11, 16);

/** What was filled in of the fields of a kind; what was left empty is left out. */
export function figuresOf(kind: IncidentKind, entered: Entered): Figures {
  const filled = kind.fields.flatMap(({ code, type }) => {
    const value = entered[code];
    if (value === undefined || value === null || value === '') return [];
    return type === 'flag' && value === false ? [] : [[code, value] as const];
  });
  return Object.fromEntries(filled);
}
