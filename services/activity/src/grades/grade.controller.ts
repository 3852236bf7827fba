import {
  correctGrades,
  decideGrades,
  enterGradeFacts,
  getGrade,
  getGradeYear,
  listGrades,
  listGradeSchemes,
  listGradeYears,
  openGradeYear,
  proposeGrades,
  setGradeScheme,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { DecisionService } from './decision.service.ts';
import { GradeSchemeService } from './grade-scheme.service.ts';
import { GradeService } from './grade.service.ts';
import { GradeYearService } from './grade-year.service.ts';
import { ProposalService } from './proposal.service.ts';

@Controller()
export class GradeController {
  constructor(
    private readonly schemes: GradeSchemeService,
    private readonly years: GradeYearService,
    private readonly grades: GradeService,
    private readonly proposals: ProposalService,
    private readonly decisions: DecisionService,
  ) {}

  @Handles(listGradeSchemes)
  listSchemes(question: Input<typeof listGradeSchemes>) {
    return this.schemes.list(question);
  }

  @Handles(setGradeScheme)
  setScheme(command: Input<typeof setGradeScheme>) {
    return this.schemes.set(command);
  }

  @Handles(listGradeYears)
  listYears(question: Input<typeof listGradeYears>) {
    return this.years.list(question);
  }

  @Handles(getGradeYear)
  getYear(question: Input<typeof getGradeYear>) {
    return this.years.get(question);
  }

  @Handles(openGradeYear)
  openYear(command: Input<typeof openGradeYear>) {
    return this.years.open(command);
  }

  @Handles(listGrades)
  list(question: Input<typeof listGrades>) {
    return this.grades.list(question);
  }

  @Handles(getGrade)
  get(question: Input<typeof getGrade>) {
    return this.grades.get(question);
  }

  @Handles(enterGradeFacts)
  enterFacts(command: Input<typeof enterGradeFacts>) {
    return this.proposals.enterFacts(command);
  }

  @Handles(proposeGrades)
  propose(command: Input<typeof proposeGrades>) {
    return this.proposals.propose(command);
  }

  @Handles(decideGrades)
  decide(command: Input<typeof decideGrades>) {
    return this.decisions.decide(command);
  }

  @Handles(correctGrades)
  correct(command: Input<typeof correctGrades>) {
    return this.decisions.correct(command);
  }
}
