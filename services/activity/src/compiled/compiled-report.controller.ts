import { getCompiledReport, listCompiledParts } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CompiledReportService } from './compiled-report.service.ts';

@Controller()
export class CompiledReportController {
  constructor(private readonly compiled: CompiledReportService) {}

  @Handles(getCompiledReport)
  get(question: Input<typeof getCompiledReport>) {
    return this.compiled.get(question);
  }

  @Handles(listCompiledParts)
  parts(question: Input<typeof listCompiledParts>) {
    return this.compiled.parts(question);
  }
}
