import { type Account, type Permission, permissionsOf, Role } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';

export type Grant = Account['grants'][number];

export const holdsOnDay = ({ from, to }: Pick<Grant, 'from' | 'to'>, on: PlainDate) =>
  from <= on && (to === null || on < to);

/** Held on the day first, then what is to come, then what is over. */
export function grantsInOrder(grants: readonly Grant[], on: PlainDate): Grant[] {
  const rank = (grant: Grant) => (holdsOnDay(grant, on) ? 0 : grant.from > on ? 1 : 2);
  return [...grants].sort((a, b) => rank(a) - rank(b) || (a.from < b.from ? -1 : 1));
}

/** Roles that may be given: the service refuses one that can do more than the giver. */
export function rolesToGive(permissions: readonly string[]): Role[] {
  return Role.options.filter((role) =>
    permissionsOf[role].every((permission: Permission) => permissions.includes(permission)),
  );
}

/** People name the last day on which something holds, the platform the first on which it does not. */
export const lastDay = (to: PlainDate | null) => (to === null ? null : addDays(to, -1));
export const firstDayAfter = (last: PlainDate | null) => (last === null ? null : addDays(last, 1));

export const accountStates = ['active', 'locked', 'closed'] as const;

/** What the address says of which accounts are meant. */
export const accountQuestion = (search: URLSearchParams) => ({
  q: search.get('q')?.trim() || undefined,
  role: Role.options.find((one) => one === search.get('role')),
  state: accountStates.find((one) => one === search.get('state')),
});
