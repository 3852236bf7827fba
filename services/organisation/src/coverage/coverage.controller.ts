import { getCoverage } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CoverageService } from './coverage.service.ts';

@Controller()
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  @Handles(getCoverage)
  get(question: Input<typeof getCoverage>) {
    return this.coverage.get(question);
  }
}
