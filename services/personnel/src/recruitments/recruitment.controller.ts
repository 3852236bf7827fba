import {
  completeApplication,
  examineSelected,
  foreseeRecruitment,
  getRecruitment,
  listRecruitments,
  planRecruitment,
  receiveApplication,
  takeBackRecruitmentStep,
  takeRecruitmentStep,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ApplicationService } from './application.service.ts';
import { RecognitionOfSelected } from './recognition-of-selected.ts';
import { RecruitmentActService } from './recruitment-act.service.ts';
import { RecruitmentService } from './recruitment.service.ts';
import { TakingBackService } from './taking-back.service.ts';

@Controller()
export class RecruitmentController {
  constructor(
    private readonly recruitments: RecruitmentService,
    private readonly acts: RecruitmentActService,
    private readonly takingsBack: TakingBackService,
    private readonly applications: ApplicationService,
    private readonly recognition: RecognitionOfSelected,
  ) {}

  @Handles(listRecruitments)
  list(question: Input<typeof listRecruitments>) {
    return this.recruitments.list(question);
  }

  @Handles(getRecruitment)
  get(question: Input<typeof getRecruitment>) {
    return this.recruitments.get(question);
  }

  @Handles(foreseeRecruitment)
  foresee(question: Input<typeof foreseeRecruitment>) {
    return this.recruitments.foresee(question);
  }

  @Handles(examineSelected)
  examine(question: Input<typeof examineSelected>) {
    return this.recognition.examine(question);
  }

  @Handles(planRecruitment)
  plan(command: Input<typeof planRecruitment>) {
    return this.recruitments.plan(command);
  }

  @Handles(takeRecruitmentStep)
  take(command: Input<typeof takeRecruitmentStep>) {
    return this.acts.take(command);
  }

  @Handles(takeBackRecruitmentStep)
  takeBack(command: Input<typeof takeBackRecruitmentStep>) {
    return this.takingsBack.takeBack(command);
  }

  @Handles(receiveApplication)
  receive(command: Input<typeof receiveApplication>) {
    return this.applications.receive(command);
  }

  @Handles(completeApplication)
  complete(command: Input<typeof completeApplication>) {
    return this.applications.complete(command);
  }
}
