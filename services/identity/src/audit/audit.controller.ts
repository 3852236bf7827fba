import { listAudit, verifyAudit } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { type Fact, Handles, On } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @On('event.>')
  append(fact: Fact) {
    return this.audit.append(fact);
  }

  @Handles(listAudit)
  list(question: Input<typeof listAudit>) {
    return this.audit.list(question);
  }

  @Handles(verifyAudit)
  verify() {
    return this.audit.verify();
  }
}
