import { listMemberCosts } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { MemberCostService } from './member-cost.service.ts';

@Controller()
export class MemberCostController {
  constructor(private readonly costs: MemberCostService) {}

  @Handles(listMemberCosts)
  list(question: Input<typeof listMemberCosts>) {
    return this.costs.list(question);
  }
}
