import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

const count = z.number().int().min(0).max(100_000);
const named = z.object({ id: z.uuid(), name: z.string(), kind: z.string() });

/**
 * What furniture and devices a team of some size is due (Decree 40/2024/NĐ-CP Art. 4): a line for each item and
 * band of sizes, dated, with the article it follows from. An open `most` of the size is "more than".
 */
export const EquipmentNorm = z.object({
  item: z.string(),
  name: z.string(),
  unit: z.string(),
  sizeFrom: count,
  sizeTo: count.nullable(),
  /** As many as the team has members; then `least` and `most` are null. */
  perMember: z.boolean(),
  least: count.nullable(),
  most: count.nullable(),
  serviceYears: z.number().int().nullable(),
  source: z.string(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
});
export type EquipmentNorm = z.infer<typeof EquipmentNorm>;

export const listEquipmentNorms = operation('organisation.equipment-norm.list', {
  http: 'GET /equipment-norms',
  allow: 'team.read',
  summary: 'What teams are due by their size, as of a day',
  input: z.strictObject({ on: PlainDate }),
  output: pageOf(EquipmentNorm),
});

/** Things of one kind that a team got on one day. */
export const Equipment = z.object({
  id: z.uuid(),
  item: z.string(),
  teamId: z.uuid(),
  /** Where it stands; null: with the team wherever it works. */
  workplaceId: z.uuid().nullable(),
  quantity: count.min(1),
  receivedOn: PlainDate,
  /** The day after its service life: by the norm of the day it was received, unless said. */
  serviceEndsOn: PlainDate.nullable(),
  condition: z.enum(['good', 'worn', 'broken']),
  note: z.string().trim().max(500),
});
export type Equipment = z.infer<typeof Equipment>;

export const EquipmentRow = Equipment.extend({
  name: z.string(),
  unit: z.string(),
  team: z.object({ id: z.uuid(), name: z.string() }),
  workplace: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** What is left of it on the day. */
  left: count,
  isDue: z.boolean(),
});
export type EquipmentRow = z.infer<typeof EquipmentRow>;

export const listEquipment = operation('organisation.equipment.list', {
  http: 'GET /equipment',
  allow: 'team.read',
  summary: 'Furniture and devices of teams on a day',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    teamId: z.uuid().optional(),
    /** Only what stands there. */
    workplaceId: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(EquipmentRow),
});

export const issueEquipment = operation('organisation.equipment.issue', {
  http: 'POST /equipment',
  allow: 'team.write',
  summary: 'Issue furniture or devices to a team',
  input: z.strictObject({
    id: z.uuid(),
    item: z.string().min(1).max(40),
    teamId: z.uuid(),
    workplaceId: z.uuid().nullable().default(null),
    quantity: Equipment.shape.quantity,
    receivedOn: PlainDate,
    serviceEndsOn: PlainDate.nullable().optional(),
    condition: Equipment.shape.condition.default('good'),
    note: Equipment.shape.note.default(''),
  }),
  output: Equipment,
});

/** Part of what was issued goes: back to the commune, or written off. */
export const EquipmentWithdrawal = z.object({
  id: z.uuid(),
  equipmentId: z.uuid(),
  kind: z.enum(['return', 'write-off']),
  quantity: count.min(1),
  on: PlainDate,
  reason: z.string().trim().max(500),
});
export type EquipmentWithdrawal = z.infer<typeof EquipmentWithdrawal>;

export const withdrawEquipment = operation('organisation.equipment.withdraw', {
  http: 'POST /equipment/:equipmentId/withdrawals',
  allow: 'team.write',
  summary: 'Take furniture or devices back from a team, or write them off',
  input: EquipmentWithdrawal.extend({ reason: EquipmentWithdrawal.shape.reason.default('') }),
  output: EquipmentWithdrawal,
});

export const checkEquipment = operation('organisation.equipment.check', {
  http: 'POST /equipment/:id/conditions',
  allow: 'team.write',
  summary: 'Say in what condition furniture or devices were found on a day',
  input: z.strictObject({ id: z.uuid(), condition: Equipment.shape.condition, on: PlainDate }),
  output: Equipment,
});

/** An item that a team lacks: what it is due, what it has that still serves, and how much is missing. */
export const EquipmentShortage = z.object({
  team: z.object({ id: z.uuid(), name: z.string() }),
  commune: named,
  item: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Members by which the norm is chosen (law BR-63), of the commune's quota on the day. */
  size: count,
  least: count,
  most: count,
  /** Usable: not broken, service life not over. */
  usable: count,
  /** Of what it has, whose service life is over. */
  due: count,
  short: count,
});
export type EquipmentShortage = z.infer<typeof EquipmentShortage>;

export const listEquipmentShortages = operation('organisation.equipment.shortage', {
  http: 'GET /equipment-shortages',
  allow: 'team.read',
  summary: 'What teams lack of what they are due, on a day',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    teamId: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: pageOf(EquipmentShortage).extend({
    /** Teams whose size nobody has decided: their commune has no quota, so nothing can be said of them. */
    teamsWithoutSize: z.number().int(),
  }),
  deadline: 10_000,
});

/** What a commune needs to buy in a year: what is short on its first day and what falls due within it. */
export const EquipmentNeed = z.object({
  commune: named,
  item: z.string(),
  name: z.string(),
  unit: z.string(),
  teams: count,
  short: count,
  fallsDue: count,
  need: count,
});
export type EquipmentNeed = z.infer<typeof EquipmentNeed>;

export const listEquipmentNeeds = operation('organisation.equipment.need', {
  http: 'GET /equipment-needs',
  allow: 'team.read',
  summary: 'What communes need in a year: what is short, and what falls due',
  input: z.strictObject({
    year: z.coerce.number().int().min(2024).max(2100),
    within: z.uuid().optional(),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: pageOf(EquipmentNeed).extend({
    /** Of each kind over all communes asked about, whatever the page. */
    totals: z.array(EquipmentNeed.omit({ commune: true })),
  }),
  deadline: 10_000,
});

export const equipmentIssued = event('organisation.equipment-issued.v1', Equipment);
export const equipmentWithdrawn = event('organisation.equipment-withdrawn.v1', EquipmentWithdrawal);
export const equipmentChecked = event(
  'organisation.equipment-checked.v1',
  Equipment.pick({ id: true, condition: true }).extend({ on: PlainDate }),
);
