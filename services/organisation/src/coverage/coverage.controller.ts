import {
  compareCoverage,
  getCoverage,
  listCoverageGroups,
  listCoverageSeries,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CoverageTimeService } from './coverage-time.service.ts';
import { CoverageService } from './coverage.service.ts';

@Controller()
export class CoverageController {
  constructor(
    private readonly coverage: CoverageService,
    private readonly time: CoverageTimeService,
  ) {}

  @Handles(getCoverage)
  get(question: Input<typeof getCoverage>) {
    return this.coverage.get(question);
  }

  @Handles(listCoverageSeries)
  series(question: Input<typeof listCoverageSeries>) {
    return this.time.series(question);
  }

  @Handles(listCoverageGroups)
  groups(question: Input<typeof listCoverageGroups>) {
    return this.time.groups(question);
  }

  @Handles(compareCoverage)
  compare(question: Input<typeof compareCoverage>) {
    return this.time.compare(question);
  }
}
