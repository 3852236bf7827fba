import { event, isDay, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';

const text = (longest: number) => z.string().trim().max(longest);
/** A moment within the days that a `PlainDate` can be. */
const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => isDay(text.slice(0, 10)), { message: 'no-such-day' });

/** Recorded by the team, then approved or returned by the commune police; a newer entry may stand for it. */
export const ShiftState = z.enum(['recorded', 'approved', 'returned', 'replaced']);
export type ShiftState = z.infer<typeof ShiftState>;

/** Trực or tuần tra: patrols are recorded here and nowhere else (reporting §2.6). */
export const DutyKind = z.enum(['watch', 'patrol']);
export type DutyKind = z.infer<typeof DutyKind>;

const facts = {
  id: z.uuid(),
  personId: z.uuid(),
  kind: DutyKind,
  /** Together with the commune police (reporting ND6.01). */
  withPolice: z.boolean(),
  /** The order that it was served under. */
  orderId: z.uuid().nullable(),
  startsAt: moment,
  endsAt: moment,
  /** A day of rest of this person. */
  restDay: z.boolean(),
  /** Heavy, hazardous or dangerous work (Art. 23.2.b). */
  heavy: z.boolean(),
  note: text(500),
};

/** The part of a shift in one night (22:00 to 06:00), told by the day on whose evening it began. */
export const NightPart = z.object({ night: PlainDate, minutes: z.int().positive() });
export type NightPart = z.infer<typeof NightPart>;

export const Shift = z.object({
  ...facts,
  teamId: z.uuid(),
  personName: z.string(),
  teamName: z.string(),
  /** Where the team stood that day. */
  commune: CommuneRef.nullable(),
  minutes: z.int().positive(),
  nights: z.array(NightPart),
  /** Its days that are public holidays where the team stands. */
  holidays: z.array(PlainDate),
  outOfArea: z.boolean(),
  state: ShiftState,
  /** Of the entry that it stands for. */
  correctsId: z.uuid().nullable(),
  recordedBy: z.string(),
  judgedBy: z.string().nullable(),
  /** Why it was returned, or corrected. */
  reason: z.string(),
});
export type Shift = z.infer<typeof Shift>;

export const listShifts = operation('personnel.shift.list', {
  http: 'GET /shifts',
  allow: 'duty.read',
  summary: 'Shifts that touch the days asked about',
  input: z.strictObject({
    from: PlainDate,
    to: PlainDate,
    within: z.uuid().optional(),
    teamId: z.uuid().optional(),
    personId: z.uuid().optional(),
    state: ShiftState.optional(),
    cursor: z.string().max(250).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  output: pageOf(Shift),
  deadline: 5_000,
});

const entry = {
  ...facts,
  kind: DutyKind.default('watch'),
  withPolice: z.boolean().default(false),
  orderId: facts.orderId.default(null),
  restDay: z.boolean().default(false),
  heavy: z.boolean().default(false),
  note: facts.note.default(''),
};

export const recordShift = operation('personnel.shift.record', {
  http: 'POST /shifts',
  allow: 'duty.write',
  summary: 'Record who was on duty from when to when, or plan who will be',
  input: z.strictObject(entry),
  output: Shift,
});

const { id, personId, ...together } = entry;

export const recordShifts = operation('personnel.shift.record-several', {
  http: 'POST /shifts/several',
  allow: 'duty.write',
  summary: 'Record or plan one shift of several members, of all of them or of none',
  input: z.strictObject({
    members: z.array(z.strictObject({ id, personId })).min(1).max(50),
    ...together,
  }),
  output: z.object({ items: z.array(Shift) }),
  deadline: 10_000,
});

const reason = z.string().trim().min(5).max(500);

export const correctShift = operation('personnel.shift.correct', {
  http: 'POST /shifts/:correctsId/corrections',
  allow: 'duty.write',
  summary: 'Record a shift anew; the entry that was wrong stays and counts no more',
  input: z.strictObject({ ...entry, correctsId: z.uuid(), reason }),
  output: Shift,
});

export const approveShifts = operation('personnel.shift.approve', {
  http: 'POST /shifts/approvals',
  allow: 'duty.approve',
  summary: 'Approve shifts that are over; from then on each stays as it is',
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({ items: z.array(Shift) }),
  deadline: 10_000,
});

export const returnShift = operation('personnel.shift.return', {
  http: 'POST /shifts/:id/returns',
  allow: 'duty.approve',
  summary: 'Return a shift to who recorded it',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: Shift,
});

/** Facts about shifts name the person by id. */
const told = { id: z.uuid(), personId: z.uuid(), startsAt: moment, endsAt: moment };
export const shiftRecorded = event(
  'personnel.shift-recorded.v1',
  z.object({ ...told, correctsId: z.uuid().nullable() }),
);
export const shiftApproved = event('personnel.shift-approved.v1', z.object(told));
export const shiftReturned = event(
  'personnel.shift-returned.v1',
  z.object({ ...told, reason: z.string() }),
);
