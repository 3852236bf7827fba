import {
  decideConsolidation,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listConsolidations,
  setConsolidationTerm,
  undoConsolidation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ConsolidationDecisionService } from './consolidation-decision.service.ts';
import { ConsolidationService } from './consolidation.service.ts';

@Controller()
export class ConsolidationController {
  constructor(
    private readonly consolidations: ConsolidationService,
    private readonly decisions: ConsolidationDecisionService,
  ) {}

  @Handles(listConsolidations)
  list(question: Input<typeof listConsolidations>) {
    return this.consolidations.list(question);
  }

  @Handles(listCommuneConsolidations)
  byCommune(question: Input<typeof listCommuneConsolidations>) {
    return this.consolidations.byCommune(question);
  }

  @Handles(setConsolidationTerm)
  setTerm(command: Input<typeof setConsolidationTerm>) {
    return this.consolidations.setTerm(command);
  }

  @Handles(decideConsolidation)
  decide(command: Input<typeof decideConsolidation>) {
    return this.decisions.decide(command);
  }

  @Handles(listConsolidationDecisions)
  listDecisions(question: Input<typeof listConsolidationDecisions>) {
    return this.decisions.list(question);
  }

  @Handles(undoConsolidation)
  undo(command: Input<typeof undoConsolidation>) {
    return this.decisions.undo(command);
  }
}
