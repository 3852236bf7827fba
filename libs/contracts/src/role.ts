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
  'person.read',
  'person-profile.read',
  'person.write',
  'person.remove',
  'posting.write',
  'citizen-id.read',
  'bank-account.read',
  'health.read',
  'criminal-record.read',
  'duty.read',
  'duty.write',
  'duty.approve',
  'claim.read',
  'claim.write',
  'supervision.read',
  'supervision.write',
  'recruitment.read',
  'recruitment.write',
  'setting.write',
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

/** What who keeps the records of people needs; each reading of a sensitive field is logged (law BR-31). */
const keepingPeople = [
  'person.read',
  'person-profile.read',
  'person.write',
  'person.remove',
  'posting.write',
  'citizen-id.read',
  'bank-account.read',
  'health.read',
  'criminal-record.read',
  'recruitment.read',
  'recruitment.write',
] as const satisfies Permission[];

/**
 * Users of the product and what each comes to do. Who *decides* is the law's (Law 30/2023/QH15 Art. 14):
 * numbers by the province, teams by the commune; the roles follow it.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  'provincial-administrator': Permission.options,
  'area-officer': [
    ...reading,
    'person.read',
    'person-profile.read',
    'duty.read',
    'recruitment.read',
  ],
  'finance-officer': [
    ...reading,
    'person.read',
    'citizen-id.read',
    'bank-account.read',
    'duty.read',
    'claim.read',
  ],
  'commune-officer': [
    ...reading,
    ...keepingPeople,
    'proposal.write',
    'team.write',
    'workplace.write',
    'duty.read',
    'duty.write',
    'duty.approve',
    'claim.read',
    'claim.write',
    'supervision.read',
    'supervision.write',
  ],
  'team-leader': [
    'unit.read',
    'team.read',
    'workplace.read',
    'coverage.read',
    'person.read',
    'duty.read',
    'duty.write',
  ],
  'agency-officer': ['unit.read', 'instrument.read'],
  auditor: [
    ...reading,
    'draft.read',
    'person.read',
    'person-profile.read',
    'duty.read',
    'claim.read',
    'supervision.read',
    'recruitment.read',
    'account.read',
    'audit.read',
  ],
};
