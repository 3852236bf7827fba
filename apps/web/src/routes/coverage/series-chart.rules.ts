import { formatDay } from '../../day.ts';

const dayLength = 86_400_000;

export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const dayOfNumber = (at: number) => new Date(at * dayLength).toISOString().slice(0, 10);

/** Round values from nothing to above the largest, at most six of them. */
export function valueTicks(most: number): number[] {
  const rough = Math.max(1, most) / 5;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * size).find((n) => n >= rough)!,
  );
  const ticks = [0];
  while (ticks.at(-1)! < most) ticks.push(ticks.at(-1)! + step);
  return ticks.length > 1 ? ticks : [0, step];
}

/** First days of months between two days, as many as have room; both ends where no month begins. */
export function dayTicks(from: string, to: string, room: number): { day: string; at: number }[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last <= first) return [{ day: formatDay(from), at: first }];
  const starts: number[] = [];
  const [year, month] = from.split('-').map(Number) as [number, number];
  for (let n = 0; n < 2400; n++) {
    const at = Date.UTC(year, month - 1 + n, 1) / dayLength;
    if (at > last) break;
    if (at >= first) starts.push(at);
  }
  if (starts.length < 2)
    return [first, last].map((at) => ({ day: formatDay(dayOfNumber(at)), at }));
  // Every so many months, counted from January, so that years begin on a tick.
  const most = Math.max(2, room);
  const every = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => starts.length / n <= most) ?? 120;
  const ticks = starts.filter((at) => {
    const date = new Date(at * dayLength);
    return (date.getUTCFullYear() * 12 + date.getUTCMonth()) % every === 0;
  });
  return ticks.map((at) => ({ day: formatDay(dayOfNumber(at)), at }));
}

type Spot = { x: number; y: number };

/** A line through the spots; a step holds each value until the next day on which something changed. */
export function pathOf(spots: readonly (Spot | null)[], step: boolean, end: number): string {
  let path = '';
  let before: Spot | null = null;
  for (const spot of spots) {
    if (spot) {
      const across: string = step && before ? `H${spot.x}V${spot.y}` : `L${spot.x} ${spot.y}`;
      path += before ? across : `M${spot.x} ${spot.y}`;
    }
    before = spot;
  }
  return step && before ? `${path}H${end}` : path;
}
