import { getPeopleWork, listPeopleWork } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { WorkService } from './work.service.ts';

@Controller()
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Handles(getPeopleWork)
  count(question: Input<typeof getPeopleWork>) {
    return this.work.count(question);
  }

  @Handles(listPeopleWork)
  list(question: Input<typeof listPeopleWork>) {
    return this.work.list(question);
  }
}
