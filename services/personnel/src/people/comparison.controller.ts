import { judgeDuplicate, listComparisons, listDuplicates, undoComparison } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ComparisonService } from './comparison.service.ts';

@Controller()
export class ComparisonController {
  constructor(private readonly comparisons: ComparisonService) {}

  @Handles(listDuplicates)
  likely(question: Input<typeof listDuplicates>) {
    return this.comparisons.likely(question);
  }

  @Handles(judgeDuplicate)
  judge(command: Input<typeof judgeDuplicate>) {
    return this.comparisons.judge(command);
  }

  @Handles(listComparisons)
  list(question: Input<typeof listComparisons>) {
    return this.comparisons.list(question);
  }

  @Handles(undoComparison)
  undo(command: Input<typeof undoComparison>) {
    return this.comparisons.undo(command);
  }
}
