import type { InstrumentLink, InstrumentProfile } from '@antt/contracts';
import { dayOfMoment } from '../../moment.ts';

export type Moment =
  | { day: string; what: 'signed' | 'in-force' | 'ended' }
  | { day: string; what: 'amended' | 'replaced'; by: InstrumentLink }
  | { day: string; what: 'repealed'; by: InstrumentLink | null; reason: string }
  | { day: string; what: 'corrected'; username: string; reason: string; fields: string[] };

/** What happened to a document, latest first; what happened on one day in the order of its life. */
export function momentsOf(instrument: InstrumentProfile): Moment[] {
  const { signedOn, effectiveFrom, effectiveTo, links, repeal, corrections, status } = instrument;
  const moments: Moment[] = [{ day: signedOn, what: 'signed' }];
  if (status === 'final') moments.push({ day: effectiveFrom, what: 'in-force' });
  for (const by of links.amendedBy.filter((link) => link.status === 'final')) {
    moments.push({ day: by.effectiveFrom, what: 'amended', by });
  }
  const replacing = links.replacedBy.filter((link) => link.status === 'final');
  for (const by of replacing) moments.push({ day: by.effectiveFrom, what: 'replaced', by });
  if (repeal) {
    moments.push({ day: repeal.on, what: 'repealed', by: repeal.by, reason: repeal.reason });
  } else if (effectiveTo && !replacing.some((by) => by.effectiveFrom === effectiveTo)) {
    moments.push({ day: effectiveTo, what: 'ended' });
  }
  for (const { at, username, reason, became } of corrections) {
    const day = dayOfMoment(at);
    moments.push({ day, what: 'corrected', username, reason, fields: Object.keys(became) });
  }
  return moments
    .map((moment, n) => ({ moment, n }))
    .sort((a, b) => b.moment.day.localeCompare(a.moment.day) || b.n - a.n)
    .map(({ moment }) => moment);
}
