import {
  beginDraft,
  changeDraft,
  discardDraft,
  getDraft,
  issueDraft,
  listCeilings,
  listDrafts,
  saveDraftLines,
  setCeiling,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CeilingService } from './ceiling.service.ts';
import { DraftIssueService } from './draft-issue.service.ts';
import { DraftService } from './draft.service.ts';

@Controller()
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly issues: DraftIssueService,
    private readonly ceilings: CeilingService,
  ) {}

  @Handles(listDrafts)
  list(question: Input<typeof listDrafts>) {
    return this.drafts.list(question);
  }

  @Handles(getDraft)
  get(question: Input<typeof getDraft>) {
    return this.drafts.get(question);
  }

  @Handles(beginDraft)
  begin(command: Input<typeof beginDraft>) {
    return this.drafts.begin(command);
  }

  @Handles(changeDraft)
  change(command: Input<typeof changeDraft>) {
    return this.drafts.change(command);
  }

  @Handles(saveDraftLines)
  saveLines(command: Input<typeof saveDraftLines>) {
    return this.drafts.saveLines(command);
  }

  @Handles(issueDraft)
  issue(command: Input<typeof issueDraft>) {
    return this.issues.issue(command);
  }

  @Handles(discardDraft)
  discard(command: Input<typeof discardDraft>) {
    return this.drafts.discard(command);
  }

  @Handles(listCeilings)
  listCeilings(question: Input<typeof listCeilings>) {
    return this.ceilings.list(question);
  }

  @Handles(setCeiling)
  setCeiling(command: Input<typeof setCeiling>) {
    return this.ceilings.set(command);
  }
}
