import { changeTeamArea, dissolveTeam, foundTeam, mergeTeams, renameTeam } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { TeamActService } from './team-act.service.ts';
import { TeamMergerService } from './team-merger.service.ts';

@Controller()
export class TeamActController {
  constructor(
    private readonly acts: TeamActService,
    private readonly mergers: TeamMergerService,
  ) {}

  @Handles(foundTeam)
  found(command: Input<typeof foundTeam>) {
    return this.acts.found(command);
  }

  @Handles(renameTeam)
  rename(command: Input<typeof renameTeam>) {
    return this.acts.rename(command);
  }

  @Handles(changeTeamArea)
  changeArea(command: Input<typeof changeTeamArea>) {
    return this.acts.changeArea(command);
  }

  @Handles(mergeTeams)
  merge(command: Input<typeof mergeTeams>) {
    return this.mergers.merge(command);
  }

  @Handles(dissolveTeam)
  dissolve(command: Input<typeof dissolveTeam>) {
    return this.acts.dissolve(command);
  }
}
