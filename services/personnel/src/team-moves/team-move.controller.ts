import { moveTeam } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { TeamMoveService } from './team-move.service.ts';

@Controller()
export class TeamMoveController {
  constructor(private readonly moves: TeamMoveService) {}

  @Handles(moveTeam)
  move(command: Input<typeof moveTeam>) {
    return this.moves.move(command);
  }
}
