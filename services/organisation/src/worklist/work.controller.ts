import { getWorklist, listWork } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { WorkService } from './work.service.ts';

@Controller()
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Handles(getWorklist)
  count(question: Input<typeof getWorklist>) {
    return this.work.count(question);
  }

  @Handles(listWork)
  list(question: Input<typeof listWork>) {
    return this.work.list(question);
  }
}
