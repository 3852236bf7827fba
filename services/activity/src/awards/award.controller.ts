import {
  appraiseAward,
  checkAward,
  creditAward,
  decideAward,
  getAward,
  listAwards,
  listCriticisms,
  listUnitStandings,
  proposeAward,
  recordCriticism,
  recordUnitStanding,
  returnAward,
  revokeAward,
  sendAwardAgain,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AwardService } from './award.service.ts';
import { CreditService } from './credit.service.ts';
import { CriticismService } from './criticism.service.ts';
import { JudgementService } from './judgement.service.ts';
import { AwardProposalService } from './award-proposal.service.ts';
import { RevocationService } from './revocation.service.ts';
import { UnitStandingService } from './unit-standing.service.ts';

@Controller()
export class AwardController {
  constructor(
    private readonly awards: AwardService,
    private readonly proposals: AwardProposalService,
    private readonly judgements: JudgementService,
    private readonly revocations: RevocationService,
    private readonly credits: CreditService,
    private readonly criticisms: CriticismService,
    private readonly standings: UnitStandingService,
  ) {}

  @Handles(listAwards)
  list(question: Input<typeof listAwards>) {
    return this.awards.list(question);
  }

  @Handles(getAward)
  get(question: Input<typeof getAward>) {
    return this.awards.get(question);
  }

  @Handles(checkAward)
  check(question: Input<typeof checkAward>) {
    return this.awards.check(question);
  }

  @Handles(proposeAward)
  propose(command: Input<typeof proposeAward>) {
    return this.proposals.propose(command);
  }

  @Handles(sendAwardAgain)
  sendAgain(command: Input<typeof sendAwardAgain>) {
    return this.proposals.sendAgain(command);
  }

  @Handles(returnAward)
  return(command: Input<typeof returnAward>) {
    return this.judgements.return(command);
  }

  @Handles(appraiseAward)
  appraise(command: Input<typeof appraiseAward>) {
    return this.judgements.appraise(command);
  }

  @Handles(decideAward)
  decide(command: Input<typeof decideAward>) {
    return this.judgements.decide(command);
  }

  @Handles(revokeAward)
  revoke(command: Input<typeof revokeAward>) {
    return this.revocations.revoke(command);
  }

  @Handles(creditAward)
  credit(command: Input<typeof creditAward>) {
    return this.credits.credit(command);
  }

  @Handles(recordCriticism)
  recordCriticism(command: Input<typeof recordCriticism>) {
    return this.criticisms.record(command);
  }

  @Handles(listCriticisms)
  listCriticisms(question: Input<typeof listCriticisms>) {
    return this.criticisms.list(question);
  }

  @Handles(recordUnitStanding)
  recordStanding(command: Input<typeof recordUnitStanding>) {
    return this.standings.record(command);
  }

  @Handles(listUnitStandings)
  listStandings(question: Input<typeof listUnitStandings>) {
    return this.standings.list(question);
  }
}
