import {
  getCampaign,
  listCampaigns,
  listLaunches,
  listShippedScoreTemplates,
  openRound,
  recordLaunch,
  setCampaign,
  setEmulationGroups,
  setScoreTemplate,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CampaignService } from './campaign.service.ts';
import { LaunchService } from './launch.service.ts';
import { TemplateService } from './template.service.ts';

@Controller()
export class CampaignController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly launches: LaunchService,
    private readonly templates: TemplateService,
  ) {}

  @Handles(listCampaigns)
  list(question: Input<typeof listCampaigns>) {
    return this.campaigns.list(question);
  }

  @Handles(getCampaign)
  get(question: Input<typeof getCampaign>) {
    return this.campaigns.get(question);
  }

  @Handles(setCampaign)
  set(command: Input<typeof setCampaign>) {
    return this.campaigns.set(command);
  }

  @Handles(setEmulationGroups)
  setGroups(command: Input<typeof setEmulationGroups>) {
    return this.campaigns.setGroups(command);
  }

  @Handles(openRound)
  open(command: Input<typeof openRound>) {
    return this.campaigns.open(command);
  }

  @Handles(recordLaunch)
  recordLaunch(command: Input<typeof recordLaunch>) {
    return this.launches.record(command);
  }

  @Handles(listLaunches)
  listLaunches(question: Input<typeof listLaunches>) {
    return this.launches.list(question);
  }

  @Handles(listShippedScoreTemplates)
  listShipped() {
    return this.templates.listShipped();
  }

  @Handles(setScoreTemplate)
  setTemplate(command: Input<typeof setScoreTemplate>) {
    return this.templates.set(command);
  }
}
