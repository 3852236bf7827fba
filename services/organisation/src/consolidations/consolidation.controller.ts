import {
  listCommuneConsolidations,
  listConsolidations,
  setConsolidationTerm,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ConsolidationService } from './consolidation.service.ts';

@Controller()
export class ConsolidationController {
  constructor(private readonly consolidations: ConsolidationService) {}

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
}
