import { type PlainDate, today } from '@antt/kernel';

const parts = (seconds: boolean) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  });

const short = parts(false);
const long = parts(true);

/** An instant as offices here write it: `22/11/2026 15:04`, whatever the machine's own zone. */
export function formatMoment(instant: string | null, seconds = false): string {
  if (instant === null) return '';
  return (seconds ? long : short).format(new Date(instant)).replace(', ', ' ');
}

/** The day of an instant here, as `2026-11-22`. */
export const dayOfMoment = (instant: string): PlainDate => today(() => Date.parse(instant));

/** The first instant of a day here, as the services compare instants. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();
