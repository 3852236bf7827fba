import type { Absence, AbsenceState } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** How an absence stands to a day. */
export function stateOf(
  { validFrom, validTo }: Pick<Absence, 'validFrom' | 'validTo'>,
  on: PlainDate,
): AbsenceState {
  if (on < validFrom) return 'planned';
  return validTo !== null && validTo <= on ? 'ended' : 'running';
}
