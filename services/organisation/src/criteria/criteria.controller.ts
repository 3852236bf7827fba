import {
  adoptCriteria,
  changeCriteria,
  getCriteria,
  listCriteria,
  listCriteriaTemplates,
  recordCriteria,
  withdrawCriteria,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CriteriaService } from './criteria.service.ts';
import { TemplateService } from './template.service.ts';

@Controller()
export class CriteriaController {
  constructor(
    private readonly criteria: CriteriaService,
    private readonly templates: TemplateService,
  ) {}

  @Handles(listCriteriaTemplates)
  ofProvinces() {
    return this.templates.list();
  }

  @Handles(listCriteria)
  list(question: Input<typeof listCriteria>) {
    return this.criteria.list(question);
  }

  @Handles(getCriteria)
  get(question: Input<typeof getCriteria>) {
    return this.criteria.get(question);
  }

  @Handles(recordCriteria)
  record(command: Input<typeof recordCriteria>) {
    return this.criteria.record(command);
  }

  @Handles(changeCriteria)
  change(command: Input<typeof changeCriteria>) {
    return this.criteria.change(command);
  }

  @Handles(adoptCriteria)
  adopt(command: Input<typeof adoptCriteria>) {
    return this.criteria.adopt(command);
  }

  @Handles(withdrawCriteria)
  withdraw(command: Input<typeof withdrawCriteria>) {
    return this.criteria.withdraw(command);
  }
}
