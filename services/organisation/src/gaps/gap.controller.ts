import { assignGap, listGaps, setGapOwner } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { GapService } from './gap.service.ts';

@Controller()
export class GapController {
  constructor(private readonly gaps: GapService) {}

  @Handles(listGaps)
  list(question: Input<typeof listGaps>) {
    return this.gaps.list(question);
  }

  @Handles(assignGap)
  assign(command: Input<typeof assignGap>) {
    return this.gaps.assign(command);
  }

  @Handles(setGapOwner)
  setOwner(command: Input<typeof setGapOwner>) {
    return this.gaps.setOwner(command);
  }
}
