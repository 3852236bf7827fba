import { listRateTables, setRate } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { RateTableService } from './rate-table.service.ts';

@Controller()
export class RateTableController {
  constructor(private readonly rates: RateTableService) {}

  @Handles(listRateTables)
  list(question: Input<typeof listRateTables>) {
    return this.rates.list(question);
  }

  @Handles(setRate)
  set(command: Input<typeof setRate>) {
    return this.rates.set(command);
  }
}
