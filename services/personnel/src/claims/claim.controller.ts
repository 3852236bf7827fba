import {
  addClaimPapers,
  appraiseClaim,
  decideClaim,
  getServiceYears,
  listClaims,
  receiveClaim,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SeveranceService } from '../severances/severance.service.ts';
import { ClaimService } from './claim.service.ts';

@Controller()
export class ClaimController {
  constructor(
    private readonly claims: ClaimService,
    private readonly severances: SeveranceService,
  ) {}

  @Handles(listClaims)
  list(question: Input<typeof listClaims>) {
    return this.claims.list(question);
  }

  @Handles(receiveClaim)
  receive(command: Input<typeof receiveClaim>) {
    return this.claims.receive(command);
  }

  @Handles(addClaimPapers)
  complete(command: Input<typeof addClaimPapers>) {
    return this.claims.complete(command);
  }

  @Handles(appraiseClaim)
  appraise(command: Input<typeof appraiseClaim>) {
    return this.claims.appraise(command);
  }

  @Handles(decideClaim)
  decide(command: Input<typeof decideClaim>) {
    return this.claims.decide(command);
  }

  @Handles(getServiceYears)
  serviceYears(question: Input<typeof getServiceYears>) {
    return this.severances.years(question);
  }
}
