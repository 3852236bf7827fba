import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';

/**
 * A written reminder by the commune police: two or more of them stand before a cessation for conduct
 * (Law 30/2023/QH15 Art. 17.3.c, law BR-41).
 */
export const Reminder = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  number: z.string().trim().min(1).max(80),
  signedOn: PlainDate,
  text: z.string().trim().min(1).max(2000),
  /** Why it no longer counts; null: it counts. */
  withdrawnReason: z.string().nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

export const ReminderRow = Reminder.extend({ personName: z.string() });
export type ReminderRow = z.infer<typeof ReminderRow>;

export const listReminders = operation('personnel.reminder.list', {
  http: 'GET /reminders',
  allow: 'person-profile.read',
  summary: 'Written reminders of members, latest first',
  input: z.strictObject({
    on: PlainDate,
    within: z.uuid().optional(),
    personId: z.uuid().optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: pageOf(ReminderRow),
  deadline: 5_000,
});

export const recordReminder = operation('personnel.reminder.record', {
  http: 'POST /reminders',
  allow: 'posting.write',
  summary: 'Record a written reminder of a member by the commune police',
  input: Reminder.omit({ withdrawnReason: true }).strict(),
  output: Reminder,
});

export const withdrawReminder = operation('personnel.reminder.withdraw', {
  http: 'POST /reminders/:id/withdrawal',
  allow: 'posting.write',
  summary: 'Let a reminder no longer count; it stays on record with the reason',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: Reminder,
});

const fact = Reminder.pick({ id: true, personId: true });
export const reminderRecorded = event('personnel.reminder-recorded.v1', fact);
export const reminderWithdrawn = event('personnel.reminder-withdrawn.v1', fact);
