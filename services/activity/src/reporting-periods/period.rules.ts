import type { ReportKind } from '@antt/contracts';
import { addDays, holdsOn, type PlainDate, type WorkingCalendar } from '@antt/kernel';
import { kindOn } from '../report-kinds/kind-on.rules.ts';
import { type Terms, termsOf } from '../report-kinds/term.rules.ts';
import { type Window, windowsOf } from '../report-kinds/window.rules.ts';

export type PlannedPeriod = { kind: ReportKind; window: Window; terms: Terms };
type Days = { from: PlainDate; to: PlainDate };

/** Longer than any cycle: so far back the window before the first one asked for begins. */
const longest = 800;

/**
 * The periods of one kind that have any of these days, whichever of its versions holds on a window's last day. Where
 * another version begins windows on other days, its first one begins where the last one of the former ended: no
 * day is left out and none counted twice. What is `open` stays as it is, and what follows begins after it.
 */
export function plannedPeriods(
  versions: readonly ReportKind[],
  { from, to }: Days,
  open: readonly Days[],
  calendar: WorkingCalendar,
): PlannedPeriod[] {
  const planned: { kind: ReportKind; window: Window }[] = [];
  let former: { kind: ReportKind; window: Window } | undefined;
  for (const [first, next] of spans(versions, addDays(from, -longest), addDays(to, longest))) {
    const kind = kindOn(versions, first);
    // Where there is no interval for a while, nothing goes on after it.
    if (!kind || kind.cycle === 'unset' || kind.cycle === 'dates') former = undefined;
    for (const window of kind ? windowsOf(kind, first, next) : []) {
      const begins = former && former.kind.id !== kind!.id ? addDays(former.window.to, 1) : null;
      const one = { kind: kind!, window: { ...window, from: begins ?? window.from } };
      planned.push(one);
      if (kind!.cycle !== 'dates') former = one;
    }
  }
  return planned
    .filter(({ window }) => window.to >= from && window.from <= to)
    .flatMap(({ kind, window }) => {
      const free = after(window, open);
      return free ? [{ kind, window: free, terms: termsOf(kind, free, calendar) }] : [];
    });
}

/** The stretches of days on which one version holds throughout. */
function spans(versions: readonly ReportKind[], from: PlainDate, to: PlainDate) {
  const days = versions.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? to]);
  const cuts = [...new Set([from, ...days.filter((day) => from < day && day < to), to])].sort();
  return cuts
    .slice(0, -1)
    .map((first, n) => [first, cuts[n + 1]!] as const)
    .filter(([first]) => versions.some((one) => holdsOn(one, first)));
}

/** What is left of a window after those that are open; null where one of them reaches its end. */
function after(window: Window, open: readonly Days[]): Window | null {
  const inTheWay = open.filter(({ from, to }) => from <= window.to && to >= window.from);
  const last = inTheWay
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined) return window;
  return last < window.to ? { ...window, from: addDays(last, 1) } : null;
}
