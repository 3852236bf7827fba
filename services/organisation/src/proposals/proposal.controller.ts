import {
  appraiseProposal,
  getProposal,
  listProposals,
  resendProposal,
  sendProposal,
  takeProposals,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ProposalService } from './proposal.service.ts';

@Controller()
export class ProposalController {
  constructor(private readonly proposals: ProposalService) {}

  @Handles(listProposals)
  list(question: Input<typeof listProposals>) {
    return this.proposals.list(question);
  }

  @Handles(getProposal)
  get(question: Input<typeof getProposal>) {
    return this.proposals.get(question);
  }

  @Handles(sendProposal)
  send(command: Input<typeof sendProposal>) {
    return this.proposals.send(command);
  }

  @Handles(resendProposal)
  resend(command: Input<typeof resendProposal>) {
    return this.proposals.resend(command);
  }

  @Handles(appraiseProposal)
  appraise(command: Input<typeof appraiseProposal>) {
    return this.proposals.appraise(command);
  }

  @Handles(takeProposals)
  take(command: Input<typeof takeProposals>) {
    return this.proposals.take(command);
  }
}
