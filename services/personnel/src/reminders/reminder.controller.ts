import { listReminders, recordReminder, withdrawReminder } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ReminderService } from './reminder.service.ts';

@Controller()
export class ReminderController {
  constructor(private readonly reminders: ReminderService) {}

  @Handles(listReminders)
  list(question: Input<typeof listReminders>) {
    return this.reminders.list(question);
  }

  @Handles(recordReminder)
  record(command: Input<typeof recordReminder>) {
    return this.reminders.record(command);
  }

  @Handles(withdrawReminder)
  withdraw(command: Input<typeof withdrawReminder>) {
    return this.reminders.withdraw(command);
  }
}
