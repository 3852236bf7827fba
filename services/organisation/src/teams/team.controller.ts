import { dissolveTeam, foundTeam, listTeams } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { TeamService } from './team.service.ts';

@Controller()
export class TeamController {
  constructor(private readonly teams: TeamService) {}

  @Handles(listTeams)
  list(question: Input<typeof listTeams>) {
    return this.teams.list(question);
  }

  @Handles(foundTeam)
  found(command: Input<typeof foundTeam>) {
    return this.teams.found(command);
  }

  @Handles(dissolveTeam)
  dissolve(command: Input<typeof dissolveTeam>) {
    return this.teams.dissolve(command);
  }
}
