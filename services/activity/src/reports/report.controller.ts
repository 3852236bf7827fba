import {
  acceptReports,
  getReport,
  getReportWork,
  keepReportDraft,
  listCompleteness,
  listReports,
  listReportTotals,
  returnReport,
  sendReport,
  verifyReports,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CompletenessService } from './completeness.service.ts';
import { ReportService } from './report.service.ts';
import { ReviewService } from './review.service.ts';
import { SendingService } from './sending.service.ts';
import { WorkService } from './work.service.ts';

@Controller()
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly sending: SendingService,
    private readonly review: ReviewService,
    private readonly sums: CompletenessService,
    private readonly waiting: WorkService,
  ) {}

  @Handles(listReports)
  list(question: Input<typeof listReports>) {
    return this.reports.list(question);
  }

  @Handles(getReport)
  get(question: Input<typeof getReport>) {
    return this.reports.get(question);
  }

  @Handles(keepReportDraft)
  keep(command: Input<typeof keepReportDraft>) {
    return this.sending.keep(command);
  }

  @Handles(sendReport)
  send(command: Input<typeof sendReport>) {
    return this.sending.send(command);
  }

  @Handles(verifyReports)
  verify(command: Input<typeof verifyReports>) {
    return this.review.verify(command);
  }

  @Handles(acceptReports)
  accept(command: Input<typeof acceptReports>) {
    return this.review.accept(command);
  }

  @Handles(returnReport)
  return(command: Input<typeof returnReport>) {
    return this.review.return(command);
  }

  @Handles(getReportWork)
  work(question: Input<typeof getReportWork>) {
    return this.waiting.count(question);
  }

  @Handles(listCompleteness)
  completeness(question: Input<typeof listCompleteness>) {
    return this.sums.completeness(question);
  }

  @Handles(listReportTotals)
  totals(question: Input<typeof listReportTotals>) {
    return this.sums.totals(question);
  }
}
