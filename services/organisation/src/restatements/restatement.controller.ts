import { listRestatements } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { RestatementService } from './restatement.service.ts';

@Controller()
export class RestatementController {
  constructor(private readonly restatements: RestatementService) {}

  @Handles(listRestatements)
  list(question: Input<typeof listRestatements>) {
    return this.restatements.list(question);
  }
}
