import { getTeam, getTeamHistory, listTeams } from '@antt/contracts';
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

  @Handles(getTeam)
  get(question: Input<typeof getTeam>) {
    return this.teams.get(question);
  }

  @Handles(getTeamHistory)
  history(question: Input<typeof getTeamHistory>) {
    return this.teams.history(question);
  }
}
