import type { Area, listAreas } from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { unitName } from '../../unit-name.ts';
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

type Called = Pick<Output<typeof listAreas>['items'][number], 'unitNames' | 'unitKinds'>;

/** Units by id, each with its kind: several communes of a province may share a name. */
export const fullNamesOf = ({ unitNames, unitKinds }: Called): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unitNames).map(([id, name]) => {
      const kind = unitKinds[id];
      return [id, kind ? unitName({ kind, name }) : name];
    }),
  );

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
