import { compareQuotas, listQuotas, setQuota } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ComparisonService } from './comparison.service.ts';
import { QuotaService } from './quota.service.ts';

@Controller()
export class QuotaController {
  constructor(
    private readonly quotas: QuotaService,
    private readonly comparison: ComparisonService,
  ) {}

  @Handles(listQuotas)
  list(question: Input<typeof listQuotas>) {
    return this.quotas.list(question);
  }

  @Handles(compareQuotas)
  compare(question: Input<typeof compareQuotas>) {
    return this.comparison.compare(question);
  }

  @Handles(setQuota)
  set(command: Input<typeof setQuota>) {
    return this.quotas.set(command);
  }
}
