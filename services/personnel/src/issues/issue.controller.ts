import {
  issueThings,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
  returnThings,
  setIssueNorm,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { IssueNeedService } from './issue-need.service.ts';
import { IssueService } from './issue.service.ts';

@Controller()
export class IssueController {
  constructor(
    private readonly issues: IssueService,
    private readonly needed: IssueNeedService,
  ) {}

  @Handles(listIssueNorms)
  norms(question: Input<typeof listIssueNorms>) {
    return this.needed.norms(question);
  }

  @Handles(setIssueNorm)
  setNorm(command: Input<typeof setIssueNorm>) {
    return this.issues.setNorm(command);
  }

  @Handles(listIssues)
  list(question: Input<typeof listIssues>) {
    return this.issues.list(question);
  }

  @Handles(issueThings)
  issue(command: Input<typeof issueThings>) {
    return this.issues.issue(command);
  }

  @Handles(returnThings)
  return(command: Input<typeof returnThings>) {
    return this.issues.return(command);
  }

  @Handles(listIssueNeeds)
  needs(question: Input<typeof listIssueNeeds>) {
    return this.needed.needs(question);
  }
}
