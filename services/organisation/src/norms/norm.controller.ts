import { explainNorm, listNorms, previewCriteria } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ExplanationService } from './explanation.service.ts';
import { NormService } from './norm.service.ts';

@Controller()
export class NormController {
  constructor(
    private readonly norms: NormService,
    private readonly explanations: ExplanationService,
  ) {}

  @Handles(listNorms)
  list(question: Input<typeof listNorms>) {
    return this.norms.list(question);
  }

  @Handles(previewCriteria)
  preview(question: Input<typeof previewCriteria>) {
    return this.norms.preview(question);
  }

  @Handles(explainNorm)
  explain(question: Input<typeof explainNorm>) {
    return this.explanations.explain(question);
  }
}
