import { compareActivityCopies, replayActivityCopies } from '@antt/contracts';
import { Copies, Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';

/** The count check between owner and copies, and taking everything again. */
@Controller()
export class CopyController {
  constructor(private readonly copies: Copies) {}

  @Handles(compareActivityCopies)
  compare() {
    return this.copies.compare();
  }

  @Handles(replayActivityCopies)
  replay() {
    return this.copies.replay();
  }
}
