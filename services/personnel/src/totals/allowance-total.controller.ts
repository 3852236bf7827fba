import { getAllowanceChange, getAllowanceTotals } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AllowanceTotalService } from './allowance-total.service.ts';

@Controller()
export class AllowanceTotalController {
  constructor(private readonly totals: AllowanceTotalService) {}

  @Handles(getAllowanceTotals)
  total(question: Input<typeof getAllowanceTotals>) {
    return this.totals.totals(question);
  }

  @Handles(getAllowanceChange)
  change(question: Input<typeof getAllowanceChange>) {
    return this.totals.change(question);
  }
}
