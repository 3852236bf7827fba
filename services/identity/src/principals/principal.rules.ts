import type { Me, Principal } from '@antt/contracts';
import { holdsOn, type PlainDate } from '@antt/kernel';

type NamedArea = { id: string; name: string };
type DatedGrant = { areaId: string; validFrom: PlainDate; validTo: PlainDate | null };

/** The areas of a principal's grants with their units of the day, and since when and until when held. */
export function areasOfMine(
  { grants }: Principal,
  areas: readonly NamedArea[],
  held: readonly DatedGrant[],
  on: PlainDate,
): Me['areas'] {
  return areas.map(({ id, name }) => {
    const units = grants.filter((grant) => grant.areaId === id).map((grant) => grant.units);
    const whole = units.includes('all');
    const unitIds = units
      .flatMap((dated) => (dated === 'all' ? [] : dated))
      .filter(({ from, to }) => holdsOn({ validFrom: from, validTo: to }, on))
      .map(({ unitId }) => unitId);
    const distinct = [...new Set(unitIds)];
    return {
      id,
      name,
      ...(distinct.length === 1 ? { unitId: distinct[0]! } : {}),
      unitIds: distinct,
      whole,
      ...spanOf(held.filter((grant) => grant.areaId === id && holdsOn(grant, on))),
    };
  });
}

function spanOf(held: readonly DatedGrant[]): { from: PlainDate; to: PlainDate | null } {
  const from = held.map((grant) => grant.validFrom).sort()[0] ?? '1900-01-01';
  const ends = held.map((grant) => grant.validTo);
  const last = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return { from, to: last };
}
