import { z } from 'zod';

/** What a role may do, in the area it is held in. `<noun>.<read|write>`. */
export const Permission = z.enum([
  'unit.read',
  'unit.write',
  'instrument.read',
  'instrument.write',
  'criteria.read',
  'criteria.write',
  'quota.read',
  'quota.write',
  'draft.read',
  'proposal.read',
  'proposal.write',
  'team.read',
  'team.write',
  'workplace.read',
  'workplace.write',
  'coverage.read',
  'account.read',
  'account.write',
  'audit.read',
]);
export type Permission = z.infer<typeof Permission>;

export const Role = z.enum([
  'provincial-administrator',
  'area-officer',
  'finance-officer',
  'commune-officer',
  'team-leader',
  'agency-officer',
  'auditor',
]);
export type Role = z.infer<typeof Role>;

const reading = [
  'unit.read',
  'instrument.read',
  'criteria.read',
  'quota.read',
  'proposal.read',
  'team.read',
  'workplace.read',
  'coverage.read',
] as const satisfies Permission[];

/**
 * Users of the product and what each comes to do. Who *decides* is the law's (Law 30/2023/QH15 Art. 14):
 * numbers by the province, teams by the commune; the roles follow it.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'provincial-administrator': Permission.options,
  'area-officer': reading,
  'finance-officer': reading,
  'commune-officer': [...reading, 'proposal.write', 'team.write', 'workplace.write'],
  'team-leader': ['unit.read', 'team.read', 'workplace.read', 'coverage.read'],
  'agency-officer': ['unit.read', 'instrument.read'],
  auditor: [...reading, 'draft.read', 'account.read', 'audit.read'],
};
