import { listFeatures } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { FeatureService } from './feature.service.ts';

@Controller()
export class FeatureController {
  constructor(private readonly features: FeatureService) {}

  @Handles(listFeatures)
  list(question: Input<typeof listFeatures>) {
    return this.features.list(question);
  }
}
