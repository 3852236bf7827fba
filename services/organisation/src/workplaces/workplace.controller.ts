import {
  assignWorkplace,
  changeWorkplace,
  closeWorkplace,
  getWorkplace,
  getWorkplaceHistory,
  listWorkplaces,
  openWorkplace,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { WorkplaceActService } from './workplace-act.service.ts';
import { WorkplaceService } from './workplace.service.ts';

@Controller()
export class WorkplaceController {
  constructor(
    private readonly workplaces: WorkplaceService,
    private readonly acts: WorkplaceActService,
  ) {}

  @Handles(listWorkplaces)
  list(question: Input<typeof listWorkplaces>) {
    return this.workplaces.list(question);
  }

  @Handles(getWorkplace)
  get(question: Input<typeof getWorkplace>) {
    return this.workplaces.get(question);
  }

  @Handles(getWorkplaceHistory)
  history(question: Input<typeof getWorkplaceHistory>) {
    return this.workplaces.history(question);
  }

  @Handles(openWorkplace)
  open(command: Input<typeof openWorkplace>) {
    return this.acts.open(command);
  }

  @Handles(changeWorkplace)
  change(command: Input<typeof changeWorkplace>) {
    return this.acts.change(command);
  }

  @Handles(closeWorkplace)
  close(command: Input<typeof closeWorkplace>) {
    return this.acts.close(command);
  }

  @Handles(assignWorkplace)
  assign(command: Input<typeof assignWorkplace>) {
    return this.acts.assign(command);
  }
}
