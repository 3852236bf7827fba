import { endTransition, grantTransition, listTransitions } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { TransitionService } from './transition.service.ts';

@Controller()
export class TransitionController {
  constructor(private readonly transitions: TransitionService) {}

  @Handles(listTransitions)
  list(question: Input<typeof listTransitions>) {
    return this.transitions.list(question);
  }

  @Handles(grantTransition)
  grant(command: Input<typeof grantTransition>) {
    return this.transitions.grant(command);
  }

  @Handles(endTransition)
  end(command: Input<typeof endTransition>) {
    return this.transitions.end(command);
  }
}
