import {
  assignSupervision,
  endSupervision,
  listSupervisions,
  replaceSupervision,
  reportSupervision,
  revealSupervised,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SupervisionService } from './supervision.service.ts';

@Controller()
export class SupervisionController {
  constructor(private readonly supervisions: SupervisionService) {}

  @Handles(listSupervisions)
  list(question: Input<typeof listSupervisions>) {
    return this.supervisions.list(question);
  }

  @Handles(assignSupervision)
  assign(command: Input<typeof assignSupervision>) {
    return this.supervisions.assign(command);
  }

  @Handles(replaceSupervision)
  replace(command: Input<typeof replaceSupervision>) {
    return this.supervisions.replace(command);
  }

  @Handles(endSupervision)
  end(command: Input<typeof endSupervision>) {
    return this.supervisions.end(command);
  }

  @Handles(reportSupervision)
  report(command: Input<typeof reportSupervision>) {
    return this.supervisions.report(command);
  }

  @Handles(revealSupervised)
  reveal(command: Input<typeof revealSupervised>) {
    return this.supervisions.reveal(command);
  }
}
