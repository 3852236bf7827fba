import {
  decideSeverance,
  getServiceYears,
  getSeverancePrice,
  listSeverances,
  recordSeverance,
  takeBackSeverance,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SeveranceService } from './severance.service.ts';

@Controller()
export class SeveranceController {
  constructor(private readonly severances: SeveranceService) {}

  @Handles(listSeverances)
  list(question: Input<typeof listSeverances>) {
    return this.severances.list(question);
  }

  @Handles(recordSeverance)
  record(command: Input<typeof recordSeverance>) {
    return this.severances.record(command);
  }

  @Handles(decideSeverance)
  decide(command: Input<typeof decideSeverance>) {
    return this.severances.decide(command);
  }

  @Handles(takeBackSeverance)
  takeBack(command: Input<typeof takeBackSeverance>) {
    return this.severances.takeBack(command);
  }

  @Handles(getSeverancePrice)
  price(question: Input<typeof getSeverancePrice>) {
    return this.severances.price(question);
  }

  @Handles(getServiceYears)
  years(question: Input<typeof getServiceYears>) {
    return this.severances.years(question);
  }
}
