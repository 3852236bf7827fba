import type { Area } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { firstDayAfter, lastDay } from './account.rules.ts';

type AreaUnit = Area['units'][number];

/** A unit of an area as it is edited: the last day included. */
export type EditedUnit = { key: string; unitId: string; from: PlainDate; last: PlainDate | null };

export const editedUnits = (units: readonly AreaUnit[]): EditedUnit[] =>
  units.map(({ unitId, from, to }) => ({
    key: `${unitId} ${from}`,
    unitId,
    from,
    last: lastDay(to),
  }));

export const unitsOf = (edited: readonly EditedUnit[]): AreaUnit[] =>
  edited.map(({ unitId, from, last }) => ({ unitId, from, to: firstDayAfter(last) }));

/** Keys of rows that cannot stand: they end before they begin, or hold a unit twice on a day. */
export function faultyUnits(edited: readonly EditedUnit[]): Set<string> {
  const faulty = new Set<string>();
  for (const one of edited) {
    if (one.last !== null && one.last < one.from) faulty.add(one.key);
    for (const other of edited) {
      if (other === one || other.unitId !== one.unitId) continue;
      const apart =
        (one.last !== null && one.last < other.from) ||
        (other.last !== null && other.last < one.from);
      if (!apart) faulty.add(one.key);
    }
  }
  return faulty;
}
