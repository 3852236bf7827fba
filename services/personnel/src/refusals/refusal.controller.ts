import { listRefusals, recordRefusal, withdrawRefusal } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { RefusalService } from './refusal.service.ts';

@Controller()
export class RefusalController {
  constructor(private readonly refusals: RefusalService) {}

  @Handles(listRefusals)
  list(question: Input<typeof listRefusals>) {
    return this.refusals.list(question);
  }

  @Handles(recordRefusal)
  record(command: Input<typeof recordRefusal>) {
    return this.refusals.record(command);
  }

  @Handles(withdrawRefusal)
  withdraw(command: Input<typeof withdrawRefusal>) {
    return this.refusals.withdraw(command);
  }
}
