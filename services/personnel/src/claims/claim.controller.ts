import {
  addClaimPapers,
  appraiseClaim,
  decideClaim,
  getClaimPrice,
  listClaims,
  receiveClaim,
  takeBackClaim,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ClaimService } from './claim.service.ts';

@Controller()
export class ClaimController {
  constructor(private readonly claims: ClaimService) {}

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

  @Handles(getClaimPrice)
  price(question: Input<typeof getClaimPrice>) {
    return this.claims.price(question);
  }

  @Handles(takeBackClaim)
  takeBack(command: Input<typeof takeBackClaim>) {
    return this.claims.takeBack(command);
  }
}
