import type { PlainDate } from '@antt/kernel';
import type { AnyWorkKind } from './use-work.ts';

const termed = new Set<AnyWorkKind>([
  'recruitment-due',
  'claim-due',
  'document-expiring',
  'age-review-due',
]);

/** Whether the day of such work is a term that runs out, not the day since which something is wrong. */
export const isTermed = (kind: AnyWorkKind): boolean => termed.has(kind);

/** The same of one day: nothing waits since a day that is still to come, it is due then. */
export const isTerm = (kind: AnyWorkKind, day: PlainDate, on: PlainDate): boolean =>
  isTermed(kind) || day > on;

/** What a column of such days is called; of proposed cessations only a resignation has a term (law BR-43). */
export const dayTitle = (kind: AnyWorkKind) =>
  isTermed(kind) ? 'work.term' : kind === 'cessation-due' ? 'work.since-or-term' : 'work.since';
