import { endReportKind, getReportKind, listReportKinds, setReportKind } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ReportKindService } from './report-kind.service.ts';

@Controller()
export class ReportKindController {
  constructor(private readonly kinds: ReportKindService) {}

  @Handles(listReportKinds)
  list(question: Input<typeof listReportKinds>) {
    return this.kinds.list(question);
  }

  @Handles(getReportKind)
  get(question: Input<typeof getReportKind>) {
    return this.kinds.get(question);
  }

  @Handles(setReportKind)
  set(command: Input<typeof setReportKind>) {
    return this.kinds.set(command);
  }

  @Handles(endReportKind)
  end(command: Input<typeof endReportKind>) {
    return this.kinds.end(command);
  }
}
