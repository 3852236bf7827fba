import { countWorkByUnit, getWorklist, listWork } from '@antt/contracts';
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

  @Handles(getWorklist)
  count(question: Input<typeof getWorklist>) {
    return this.work.count(question);
  }

  @Handles(listWork)
  list(question: Input<typeof listWork>) {
    return this.work.list(question);
  }

  @Handles(countWorkByUnit)
  countByUnit(question: Input<typeof countWorkByUnit>) {
    return this.byUnit.count(question);
  }
}
