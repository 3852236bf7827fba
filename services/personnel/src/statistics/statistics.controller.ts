import { getForceStatistics } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { StatisticsService } from './statistics.service.ts';

@Controller()
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Handles(getForceStatistics)
  force(question: Input<typeof getForceStatistics>) {
    return this.statistics.force(question);
  }
}
