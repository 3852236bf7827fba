import {
  compareActivityCopies,
  dutiesChanged,
  postingsChanged,
  replayActivityCopies,
} from '@antt/contracts';
import { type Fact, Handles, On } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ActivityCopies } from './activity-copies.ts';
import { PersonnelCopies } from './personnel-copies.ts';

/** What activity copies of others: following it, the count check between owners and copies, taking everything again. */
@Controller()
export class CopyController {
  constructor(
    private readonly copies: ActivityCopies,
    private readonly ofPersonnel: PersonnelCopies,
  ) {}

  @On(postingsChanged)
  followPostings(fact: Fact<typeof postingsChanged>) {
    return this.ofPersonnel.followPostings(fact);
  }

  @On(dutiesChanged)
  followDuties(fact: Fact<typeof dutiesChanged>) {
    return this.ofPersonnel.followDuties(fact);
  }

  @Handles(compareActivityCopies)
  compare() {
    return this.copies.compare();
  }

  @Handles(replayActivityCopies)
  replay() {
    return this.copies.replay();
  }
}
