import {
  type listReminders,
  problem,
  type recordReminder,
  type Reminder,
  reminderRecorded,
  reminderWithdrawn,
  type withdrawReminder,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { ReminderEntity } from './reminder.entity.ts';

const listSql = sql(import.meta.url, './list-reminders.sql');

/** Written reminders of members (Law 30/2023/QH15 Art. 17.3.c); nothing is deleted, only withdrawn. */
@Injectable()
export class ReminderService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listReminders>): Promise<Output<typeof listReminders>> {
    const { on, within, personId, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person-profile.read', personId, on);
    const rows = await this.db.query(listSql, [
      on,
      await peopleScope(this.db, 'person-profile.read', on),
      await peopleWithin(this.db, within, on),
      personId ?? null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    return {
      items: rows,
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }

  async record(command: Input<typeof recordReminder>): Promise<Reminder> {
    const { id, personId } = command;
    await assertPerson(this.db, 'posting.write', personId, today());
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(ReminderEntity, { id });
      if (known) return sameAgain(known, command);
      const reminder = { ...command, withdrawnReason: null };
      await tx.insert(ReminderEntity, reminder);
      await publish(tx, reminderRecorded, { id, personId });
      return reminder;
    });
  }

  withdraw({ id, reason }: Input<typeof withdrawReminder>): Promise<Reminder> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(ReminderEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw problem('reminder-not-found', { id });
      const { personId } = known;
      await assertPerson(tx, 'posting.write', personId, today());
      if (known.withdrawnReason !== null) return known;
      await tx.update(ReminderEntity, { id }, { withdrawnReason: reason });
      await publish(tx, reminderWithdrawn, { id, personId });
      return { ...known, withdrawnReason: reason };
    });
  }
}
