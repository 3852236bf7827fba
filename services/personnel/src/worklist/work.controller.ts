import { countPeopleWorkByUnit, getPeopleWork, listPeopleWork } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { WorkByUnitService } from './work-by-unit.service.ts';
import { WorkService } from './work.service.ts';

@Controller()
export class WorkController {
  constructor(
    private readonly work: WorkService,
    private readonly byUnit: WorkByUnitService,
  ) {}

  @Handles(getPeopleWork)
  count(question: Input<typeof getPeopleWork>) {
    return this.work.count(question);
  }

  @Handles(listPeopleWork)
  list(question: Input<typeof listPeopleWork>) {
    return this.work.list(question);
  }

  @Handles(countPeopleWorkByUnit)
  countByUnit(question: Input<typeof countPeopleWorkByUnit>) {
    return this.byUnit.count(question);
  }
}
