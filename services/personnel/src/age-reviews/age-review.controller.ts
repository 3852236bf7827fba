import { listAgeReviews, recordAgeReview } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AgeReviewService } from './age-review.service.ts';

@Controller()
export class AgeReviewController {
  constructor(private readonly reviews: AgeReviewService) {}

  @Handles(listAgeReviews)
  list(question: Input<typeof listAgeReviews>) {
    return this.reviews.list(question);
  }

  @Handles(recordAgeReview)
  record(command: Input<typeof recordAgeReview>) {
    return this.reviews.record(command);
  }
}
