import type { CompiledPeriod, CompiledWindow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

export type Spanned = { window: CompiledWindow; former: CompiledWindow | null };
export type Round = { id: string; name: string; from: PlainDate; to: PlainDate };

const windowOf = (name: string, periods: CompiledPeriod[]): CompiledWindow => ({
  name,
  from: periods[0]!.from,
  to: periods.at(-1)!.to,
  periods,
});
const asOne = (period: CompiledPeriod | undefined) =>
  period ? windowOf(period.name, [period]) : null;

/** A period beside the one before it. `all` are those of the kind in the province, the earliest first. */
export function periodSpan(all: readonly CompiledPeriod[], id: string): Spanned | null {
  const at = all.findIndex((one) => one.id === id);
  const window = asOne(all[at]);
  return window && { window, former: asOne(all[at - 1]) };
}

/**
 * The periods whose windows end in a year and are over (Decree 09/2019/NĐ-CP Art. 12: the year of windows from the 15th to
 * the 14th), beside as much of the year before: what is still to come is compared with nothing.
 */
export function yearSpan(
  all: readonly CompiledPeriod[],
  year: number,
  today: PlainDate,
): Spanned | null {
  const own = all.filter(({ to }) => yearOf(to) === year && to < today);
  if (own.length === 0) return null;
  const last = own.at(-1)!.to.slice(5);
  const before = all.filter(({ to }) => yearOf(to) === year - 1 && to.slice(5) <= last);
  return {
    window: windowOf(String(year), own),
    former: before.length > 0 ? windowOf(String(year - 1), before) : null,
  };
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));

/**
 * The periods that count in a round, beside those of the round before it: a period counts in the round that has most of its
 * days, if they are enough; of two that have as many, in the earlier one (reporting BR-23, as scores are reckoned).
 */
export function roundSpan(
  all: readonly CompiledPeriod[],
  rounds: readonly Round[],
  id: string,
  { leastDays, today }: { leastDays: number; today: PlainDate },
): Spanned | null {
  const inOrder = [...rounds].sort((a, b) => (a.from < b.from ? -1 : 1));
  const at = inOrder.findIndex((one) => one.id === id);
  const of = (round: Round | undefined) => {
    if (!round) return null;
    const own = all.filter(
      (period) => period.to < today && homeOf(period, inOrder, leastDays)?.id === round.id,
    );
    return own.length > 0 ? windowOf(round.name, own) : null;
  };
  const window = of(inOrder[at]);
  return window && { window, former: of(inOrder[at - 1]) };
}

function homeOf(period: CompiledPeriod, rounds: readonly Round[], leastDays: number): Round | null {
  let [home, most]: [Round | null, number] = [null, leastDays - 1];
  for (const round of rounds) {
    const days = daysShared(period, round);
    if (days > most) [home, most] = [round, days];
  }
  return home;
}

function daysShared(a: { from: PlainDate; to: PlainDate }, b: { from: PlainDate; to: PlainDate }) {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from > to ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
