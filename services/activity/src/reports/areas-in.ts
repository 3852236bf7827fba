import { holds, type Permission } from '@antt/contracts';
import { areasOf, currentPrincipal } from '@antt/service-kit';

/** Areas as `roots_on` takes them: ids, first days, ends; nulls are everywhere. */
export type Areas = [string[] | null, string[] | null, (string | null)[] | null];

/** The areas in which the sender holds a permission, each with its days; nowhere where it is not held. */
export function areasIn(permission: Permission): Areas {
  if (!holds(currentPrincipal(), permission)) return [[], [], []];
  const areas = areasOf(permission);
  if (!areas) return [null, null, null];
  return [
    areas.map(({ unitId }) => unitId),
    areas.map(({ from }) => from),
    areas.map(({ to }) => to),
  ];
}
