import { endSession, openSession, refreshSession } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { RefreshService } from './refresh.service.ts';
import { SessionService } from './session.service.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly refreshes: RefreshService,
  ) {}

  @Handles(openSession)
  open(command: Input<typeof openSession>) {
    return this.sessions.open(command);
  }

  @Handles(refreshSession)
  refresh(command: Input<typeof refreshSession>) {
    return this.refreshes.refresh(command);
  }

  @Handles(endSession)
  end(command: Input<typeof endSession>) {
    return this.refreshes.end(command);
  }
}
