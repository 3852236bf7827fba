import {
  endIndicator,
  getIndicator,
  listIndicators,
  listIndicatorVersions,
  setIndicator,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { IndicatorService } from './indicator.service.ts';

@Controller()
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @Handles(listIndicators)
  list(question: Input<typeof listIndicators>) {
    return this.indicators.list(question);
  }

  @Handles(getIndicator)
  get(question: Input<typeof getIndicator>) {
    return this.indicators.get(question);
  }

  @Handles(listIndicatorVersions)
  listVersions(question: Input<typeof listIndicatorVersions>) {
    return this.indicators.listVersions(question);
  }

  @Handles(setIndicator)
  set(command: Input<typeof setIndicator>) {
    return this.indicators.set(command);
  }

  @Handles(endIndicator)
  end(command: Input<typeof endIndicator>) {
    return this.indicators.end(command);
  }
}
