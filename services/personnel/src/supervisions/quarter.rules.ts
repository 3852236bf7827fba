import type { Quarter } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** The quarter of a day. */
export function quarterOf(day: PlainDate): Quarter {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/**
 * Quarters that a report is owed for on a day: every one that the supervision was open in, be it for a day
 * (law BR-97), and that is over.
 */
export function quartersDue(
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate | null },
  on: PlainDate,
): Quarter[] {
  const due: Quarter[] = [];
  const current = quarterOf(on);
  for (let quarter = quarterOf(validFrom); quarter < current; quarter = next(quarter)) {
    if (validTo !== null && firstDay(quarter) >= validTo) break;
    due.push(quarter);
  }
  return due;
}

/** A report is for a quarter that the supervision was open in. */
export function touches(
  { validFrom, validTo }: { validFrom: PlainDate; validTo: PlainDate | null },
  quarter: Quarter,
): boolean {
  return validFrom < firstDay(next(quarter)) && (validTo === null || firstDay(quarter) < validTo);
}

function next(quarter: Quarter): Quarter {
  const [year, part] = quarter.split('-Q').map(Number) as [number, number];
  return part === 4 ? `${year + 1}-Q1` : `${year}-Q${part + 1}`;
}

function firstDay(quarter: Quarter): PlainDate {
  const [year, part] = quarter.split('-Q').map(Number) as [number, number];
  return `${year}-${String(part * 3 - 2).padStart(2, '0')}-01`;
}
