import {
  followUnits,
  getReorganisation,
  getUnitLineage,
  listReorganisations,
  reorganise,
  undoReorganisation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ReorganisationService } from './reorganisation.service.ts';

@Controller()
export class ReorganisationController {
  constructor(private readonly reorganisations: ReorganisationService) {}

  @Handles(reorganise)
  apply(command: Input<typeof reorganise>) {
    return this.reorganisations.apply(command);
  }

  @Handles(listReorganisations)
  list(question: Input<typeof listReorganisations>) {
    return this.reorganisations.list(question);
  }

  @Handles(getReorganisation)
  get(question: Input<typeof getReorganisation>) {
    return this.reorganisations.get(question);
  }

  @Handles(undoReorganisation)
  undo(command: Input<typeof undoReorganisation>) {
    return this.reorganisations.undo(command);
  }

  @Handles(followUnits)
  follow(question: Input<typeof followUnits>) {
    return this.reorganisations.follow(question);
  }

  @Handles(getUnitLineage)
  lineage(question: Input<typeof getUnitLineage>) {
    return this.reorganisations.lineage(question);
  }
}
