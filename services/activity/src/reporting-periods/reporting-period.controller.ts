import { getReportingPeriod, listReportingPeriods, openReportingPeriods } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ReportingPeriodService } from './reporting-period.service.ts';

@Controller()
export class ReportingPeriodController {
  constructor(private readonly periods: ReportingPeriodService) {}

  @Handles(listReportingPeriods)
  list(question: Input<typeof listReportingPeriods>) {
    return this.periods.list(question);
  }

  @Handles(getReportingPeriod)
  get(question: Input<typeof getReportingPeriod>) {
    return this.periods.get(question);
  }

  @Handles(openReportingPeriods)
  open(command: Input<typeof openReportingPeriods>) {
    return this.periods.open(command);
  }
}
