import {
  correctDetail,
  listDetails,
  recordDetail,
  revealDetail,
  withdrawDetail,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { DetailService } from './detail.service.ts';

@Controller()
export class DetailController {
  constructor(private readonly details: DetailService) {}

  @Handles(listDetails)
  list(question: Input<typeof listDetails>) {
    return this.details.list(question);
  }

  @Handles(recordDetail)
  record(command: Input<typeof recordDetail>) {
    return this.details.record(command);
  }

  @Handles(correctDetail)
  correct(command: Input<typeof correctDetail>) {
    return this.details.correct(command);
  }

  @Handles(withdrawDetail)
  withdraw(command: Input<typeof withdrawDetail>) {
    return this.details.withdraw(command);
  }

  @Handles(revealDetail)
  reveal(command: Input<typeof revealDetail>) {
    return this.details.reveal(command);
  }
}
