import type { FigureSnapshot } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** The day whose figures count on `on`: the last review until then, counted from the snapshot's first day. */
export function snapshotDay(
  { of, day, reviewYears }: FigureSnapshot,
  validFrom: PlainDate,
  on: PlainDate,
): PlainDate {
  if (of === 'latest') return on;
  const first = day ?? validFrom;
  if (reviewYears === null) return first;
  const [year, rest] = [Number(first.slice(0, 4)), first.slice(4)];
  const passed = Number(on.slice(0, 4)) - year - (on.slice(4) < rest ? 1 : 0);
  const reviews = Math.max(0, Math.floor(passed / reviewYears));
  const reviewed = year + reviews * reviewYears;
  const leap = new Date(Date.UTC(reviewed, 1, 29)).getUTCMonth() === 1;
  return `${reviewed}${rest === '-02-29' && !leap ? '-02-28' : rest}`;
}
