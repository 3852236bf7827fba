import { compareServings, postingsChanged, replayServings } from '@antt/contracts';
import { type Fact, Handles, On } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ServingService } from './serving.service.ts';

@Controller()
export class ServingController {
  constructor(private readonly servings: ServingService) {}

  @On(postingsChanged)
  follow(fact: Fact<typeof postingsChanged>) {
    return this.servings.follow(fact);
  }

  @Handles(compareServings)
  compare() {
    return this.servings.compare();
  }

  @Handles(replayServings)
  replay() {
    return this.servings.replay();
  }
}
