import type { InstrumentLink } from '@antt/contracts';

export const standings = ['draft', 'coming', 'in-force', 'ended'] as const;
export type Standing = (typeof standings)[number];

/** How a document stands on a day. */
export function standingOf(
  { status, effectiveFrom, effectiveTo }: InstrumentLink,
  on: string,
): Standing {
  if (status === 'draft') return 'draft';
  if (on < effectiveFrom) return 'coming';
  return effectiveTo !== null && effectiveTo <= on ? 'ended' : 'in-force';
}
