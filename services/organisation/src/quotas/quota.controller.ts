import { listQuotas, setQuota } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { QuotaService } from './quota.service.ts';

@Controller()
export class QuotaController {
  constructor(private readonly quotas: QuotaService) {}

  @Handles(listQuotas)
  list(question: Input<typeof listQuotas>) {
    return this.quotas.list(question);
  }

  @Handles(setQuota)
  set(command: Input<typeof setQuota>) {
    return this.quotas.set(command);
  }
}
