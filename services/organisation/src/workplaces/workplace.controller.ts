import { listWorkplaces, openWorkplace } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { WorkplaceService } from './workplace.service.ts';

@Controller()
export class WorkplaceController {
  constructor(private readonly workplaces: WorkplaceService) {}

  @Handles(listWorkplaces)
  list(question: Input<typeof listWorkplaces>) {
    return this.workplaces.list(question);
  }

  @Handles(openWorkplace)
  open(command: Input<typeof openWorkplace>) {
    return this.workplaces.open(command);
  }
}
