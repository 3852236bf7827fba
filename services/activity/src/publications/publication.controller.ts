import {
  checkPublications,
  listPublicationQuotas,
  listPublications,
  recordPublication,
  setPublicationQuota,
  withdrawPublication,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PublicationService } from './publication.service.ts';
import { QuotaService } from './quota.service.ts';

@Controller()
export class PublicationController {
  constructor(
    private readonly publications: PublicationService,
    private readonly quotas: QuotaService,
  ) {}

  @Handles(listPublications)
  list(question: Input<typeof listPublications>) {
    return this.publications.list(question);
  }

  @Handles(recordPublication)
  record(command: Input<typeof recordPublication>) {
    return this.publications.record(command);
  }

  @Handles(withdrawPublication)
  withdraw(command: Input<typeof withdrawPublication>) {
    return this.publications.withdraw(command);
  }

  @Handles(listPublicationQuotas)
  listQuotas(question: Input<typeof listPublicationQuotas>) {
    return this.quotas.list(question);
  }

  @Handles(setPublicationQuota)
  setQuota(command: Input<typeof setPublicationQuota>) {
    return this.quotas.set(command);
  }

  @Handles(checkPublications)
  check(question: Input<typeof checkPublications>) {
    return this.quotas.check(question);
  }
}
