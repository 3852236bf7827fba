import type { ReportKind } from '@antt/contracts';
import { holdsOn, type PlainDate } from '@antt/kernel';

/** What holds on a day of the versions of one kind: the province's own before what is shipped. */
export function kindOn(versions: readonly ReportKind[], on: PlainDate): ReportKind | null {
  const held = versions.filter((one) => holdsOn(one, on));
  const kind = held.find(({ unitId }) => unitId !== null) ?? held[0];
  return kind?.inUse ? kind : null;
}
