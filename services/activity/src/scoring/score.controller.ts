import {
  barSubject,
  changeScore,
  correctRound,
  getScore,
  listCampaignScores,
  listScores,
  ratifyRound,
  scoreSelf,
  verifyScore,
  verifyScores,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CampaignScoreService } from './campaign-score.service.ts';
import { MarkService } from './mark.service.ts';
import { RatificationService } from './ratification.service.ts';
import { ScoreService } from './score.service.ts';

@Controller()
export class ScoreController {
  constructor(
    private readonly scores: ScoreService,
    private readonly marks: MarkService,
    private readonly ratifications: RatificationService,
    private readonly campaigns: CampaignScoreService,
  ) {}

  @Handles(listScores)
  list(question: Input<typeof listScores>) {
    return this.scores.list(question);
  }

  @Handles(getScore)
  get(question: Input<typeof getScore>) {
    return this.scores.get(question);
  }

  @Handles(scoreSelf)
  self(command: Input<typeof scoreSelf>) {
    return this.marks.self(command);
  }

  @Handles(verifyScore)
  verify(command: Input<typeof verifyScore>) {
    return this.marks.verify(command);
  }

  @Handles(verifyScores)
  verifyMany(command: Input<typeof verifyScores>) {
    return this.marks.verifyMany(command);
  }

  @Handles(changeScore)
  change(command: Input<typeof changeScore>) {
    return this.marks.change(command);
  }

  @Handles(barSubject)
  bar(command: Input<typeof barSubject>) {
    return this.marks.bar(command);
  }

  @Handles(ratifyRound)
  ratify(command: Input<typeof ratifyRound>) {
    return this.ratifications.ratify(command);
  }

  @Handles(correctRound)
  correct(command: Input<typeof correctRound>) {
    return this.ratifications.correct(command);
  }

  @Handles(listCampaignScores)
  listCampaign(question: Input<typeof listCampaignScores>) {
    return this.campaigns.list(question);
  }
}
