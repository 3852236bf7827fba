import { decideRemoval, listRemovals, requestRemoval } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { RemovalService } from './removal.service.ts';

@Controller()
export class RemovalController {
  constructor(private readonly removals: RemovalService) {}

  @Handles(listRemovals)
  list(question: Input<typeof listRemovals>) {
    return this.removals.list(question);
  }

  @Handles(requestRemoval)
  request(command: Input<typeof requestRemoval>) {
    return this.removals.request(command);
  }

  @Handles(decideRemoval)
  decide(command: Input<typeof decideRemoval>) {
    return this.removals.decide(command);
  }
}
