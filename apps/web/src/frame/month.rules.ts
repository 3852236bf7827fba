import { addDays, type PlainDate } from '@antt/kernel';

/** The first day of the month `months` away from a day's month. */
export function monthOf(day: PlainDate, months = 0): PlainDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = String((count % 12) + 1).padStart(2, '0');
  return `${Math.floor(count / 12)}-${month}-01`;
}

/** Six weeks from the Monday on or before the first of the month: a page that never changes its height. */
export function weeksOf(month: PlainDate): PlainDate[][] {
  const weekday = (new Date(`${month}T00:00:00Z`).getUTCDay() + 6) % 7;
  const first = addDays(month, -weekday);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day)),
  );
}

/** The same day of another month, or that month's last day. */
function inMonth(day: PlainDate, months: number): PlainDate {
  const last = addDays(monthOf(day, months + 1), -1);
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}

/** Where a key leads from a day: arrows by day and week, Page Up and Down by month. */
export function dayByKey(day: PlainDate, key: string): PlainDate | null {
  const steps: Record<string, () => PlainDate> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    PageUp: () => inMonth(day, -1),
    PageDown: () => inMonth(day, 1),
  };
  return steps[key]?.() ?? null;
}

/** A day typed the way it is written here, `1/7/2025` or `01072025`; null while it is none. */
export function typedDay(text: string): PlainDate | null {
  const parts =
    /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const day = `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  return day >= '1900-01-01' ? day : null;
}
