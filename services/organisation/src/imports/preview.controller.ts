import { getJobEffects, previewJob } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PreviewService } from './preview.service.ts';

@Controller()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Handles(previewJob)
  preview(question: Input<typeof previewJob>) {
    return this.previews.make(question);
  }

  @Handles(getJobEffects)
  effects(question: Input<typeof getJobEffects>) {
    return this.previews.effects(question);
  }
}
