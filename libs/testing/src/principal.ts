import type { AreaUnit, Principal, Role } from '@antt/contracts';
import { randomUUID } from 'node:crypto';

/** Somebody who holds a role in an area: everywhere, or in the units given (for all days). */
export function someone(role: Role, units: 'all' | (string | AreaUnit)[] = 'all'): Principal {
  const accountId = randomUUID();
  const dated = (unit: string | AreaUnit): AreaUnit =>
    typeof unit === 'string' ? { unitId: unit, from: '1900-01-01', to: null } : unit;
  return {
    accountId,
    username: `${role}-${accountId.slice(0, 8)}`,
    sessionId: randomUUID(),
    mustChangePassword: false,
    grants: [
      {
        role,
        areaId: randomUUID(),
        areaName: 'Địa bàn',
        units: units === 'all' ? 'all' : units.map(dated),
      },
    ],
  };
}
