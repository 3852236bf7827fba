import { listMobilisationBills } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { MobilisationBillService } from './mobilisation-bill.service.ts';

@Controller()
export class MobilisationBillController {
  constructor(private readonly bills: MobilisationBillService) {}

  @Handles(listMobilisationBills)
  list(question: Input<typeof listMobilisationBills>) {
    return this.bills.list(question);
  }
}
