import { chooseNotices, getDigest, getNoticeChoice } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { DigestService } from './digest.service.ts';

@Controller()
export class DigestController {
  constructor(private readonly digests: DigestService) {}

  @Handles(getDigest)
  latest() {
    return this.digests.latest();
  }

  @Handles(getNoticeChoice)
  choice() {
    return this.digests.choice();
  }

  @Handles(chooseNotices)
  choose(choice: Input<typeof chooseNotices>) {
    return this.digests.choose(choice);
  }
}
