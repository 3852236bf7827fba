import type { Shift } from '@antt/contracts';
import { addDays, type PlainDate, today } from '@antt/kernel';

/** Monday to Sunday around a day. */
export function weekOf(day: PlainDate): PlainDate[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, n) => addDays(day, n - weekday));
}

const inVietNam = (moment: string) => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString();

/** The day in Viet Nam that a shift begins on. */
export function dayOf({ startsAt }: Pick<Shift, 'startsAt'>): PlainDate {
  return today(() => Date.parse(startsAt));
}

/** `20:00–02:00`, as a clock in Viet Nam shows it. */
export function clockOf({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): string {
  return `${inVietNam(startsAt).slice(11, 16)}–${inVietNam(endsAt).slice(11, 16)}`;
}

/** Beginning and end of a shift as entered; an end that is not after the beginning is on the next day. */
export function momentsOf(day: PlainDate, from: string, to: string) {
  const endDay = to <= from ? addDays(day, 1) : day;
  return { startsAt: `${day}T${from}:00+07:00`, endsAt: `${endDay}T${to}:00+07:00` };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Shifts by Tổ, those of one commune one after another. */
export function byTeam(shifts: readonly Shift[]): [Shift, ...Shift[]][] {
  const teams = new Map<string, [Shift, ...Shift[]]>();
  for (const shift of shifts) {
    const own = teams.get(shift.teamId);
    if (own) own.push(shift);
    else teams.set(shift.teamId, [shift]);
  }
  const key = ([{ commune, teamName }]: [Shift, ...Shift[]]) =>
    `${commune?.name ?? ''} ${teamName}`;
  return [...teams.values()].sort((a, b) => collator.compare(key(a), key(b)));
}

/** Served to its end; until then a shift is a plan. */
export function isOver({ endsAt }: Pick<Shift, 'endsAt'>, now: number): boolean {
  return Date.parse(endsAt) <= now;
}
