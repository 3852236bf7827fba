import type { EquipmentNeed } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** One line of what a team is due and has. */
export type Standing = {
  team_id: string;
  commune_id: string;
  code: string;
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

/** In the order of the decree's table; what a later one adds comes after. */
const table = ['desk', 'meeting-table', 'chair', 'cabinet', 'bed'];
const place = (item: string) => (table.includes(item) ? table.indexOf(item) : table.length);

/** Items in the order in which the decree lists them. */
export const byItem = (a: { item: string }, b: { item: string }) =>
  place(a.item) - place(b.item) || (a.item < b.item ? -1 : Number(a.item > b.item));

/** What communes need of each kind together, in the order of the decree. */
export function totalsOf(needs: readonly EquipmentNeed[]): Omit<EquipmentNeed, 'commune'>[] {
  const totals = new Map<string, Omit<EquipmentNeed, 'commune'>>();
  for (const { commune: _, ...own } of needs) {
    const sum = totals.get(own.item);
    if (!sum) totals.set(own.item, own);
    else for (const name of ['teams', 'short', 'fallsDue', 'need'] as const) sum[name] += own[name];
  }
  return [...totals.values()].sort(byItem);
}

/** Up to where a list of shortages was told, and what was counted when it began. */
export type ShortagePlace = {
  total: number;
  teamsWithoutSize: number;
  code: string;
  /** Of the team's items; null: all of them were told. */
  item: string | null;
};

export const shortageCursor = ({ total, teamsWithoutSize, item, code }: ShortagePlace) =>
  [total, teamsWithoutSize, item ?? '', code].join(':');

/** What is no cursor of ours begins at the first line, as no cursor does. */
export function shortagePlace(cursor: string | undefined): ShortagePlace | null {
  const parts = /^(\d{1,9}):(\d{1,9}):([^:]*):(.+)$/su.exec(cursor ?? '');
  if (!parts) return null;
  const [, total, teamsWithoutSize, item, code] = parts as unknown as string[];
  return {
    total: Number(total),
    teamsWithoutSize: Number(teamsWithoutSize),
    code: code!,
    item: item || null,
  };
}
