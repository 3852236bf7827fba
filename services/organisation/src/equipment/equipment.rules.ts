import type { PlainDate } from '@antt/kernel';

/** One line of what a team is due and has. */
export type Standing = {
  team_id: string;
  commune_id: string;
  size: number | null;
  item: string | null;
  name: string;
  unit: string;
  least: number;
  most: number;
  usable: number;
  due: number;
  short: number;
};

/** The day after so many years of service, the anniversary; of 29 February, 1 March where there is none. */
export function serviceEnd(receivedOn: PlainDate, years: number): PlainDate {
  const [year, month, day] = receivedOn.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10) as PlainDate;
}

/**
 * What a team needs in a year: what it lacks of the least that it is due on the first day, and of what falls due
 * only so much as it then lacks. What it has beyond the least covers that first.
 */
export function needOf({ least, usable }: { least: number; usable: number }, fallsDue: number) {
  const short = Math.max(0, least - usable);
  const afterwards = Math.max(0, least - Math.max(0, usable - fallsDue));
  return { short, fallsDue: afterwards - short, need: afterwards };
}
