import {
  decideCessation,
  getCessation,
  listCessations,
  proposeCessation,
  revealCessationBasis,
  undoCessation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CessationViewService } from './cessation-view.service.ts';
import { CessationService } from './cessation.service.ts';

@Controller()
export class CessationController {
  constructor(
    private readonly cessations: CessationService,
    private readonly view: CessationViewService,
  ) {}

  @Handles(listCessations)
  list(question: Input<typeof listCessations>) {
    return this.view.list(question);
  }

  @Handles(getCessation)
  get(question: Input<typeof getCessation>) {
    return this.view.get(question);
  }

  @Handles(revealCessationBasis)
  reveal(command: Input<typeof revealCessationBasis>) {
    return this.view.reveal(command);
  }

  @Handles(proposeCessation)
  propose(command: Input<typeof proposeCessation>) {
    return this.cessations.propose(command);
  }

  @Handles(decideCessation)
  decide(command: Input<typeof decideCessation>) {
    return this.cessations.decide(command);
  }

  @Handles(undoCessation)
  undo(command: Input<typeof undoCessation>) {
    return this.cessations.undo(command);
  }
}
