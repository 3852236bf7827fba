import { problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

type Asked = { from?: PlainDate | undefined; to?: PlainDate | undefined };

/** The window that is asked for; what is left out is that of the monthly report: from the 15th to the 14th. */
export function reportWindow(
  { from, to }: Asked,
  on: PlainDate,
): { from: PlainDate; to: PlainDate } {
  const last = to ?? `${on.slice(0, 7)}-14`;
  const first = from ?? `${monthBefore(last)}-15`;
  if (first > last)
    throw problem('invalid-input', { errors: [{ path: 'from', message: 'after-to' }] });
  return { from: first, to: last };
}

/** `2025-12` for a day of January 2026. */
function monthBefore(day: PlainDate): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return before.padStart(7, '0');
}
