import { endGrant, grantRole } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { GrantService } from './grant.service.ts';

@Controller()
export class GrantController {
  constructor(private readonly grants: GrantService) {}

  @Handles(grantRole)
  grant(command: Input<typeof grantRole>) {
    return this.grants.grant(command);
  }

  @Handles(endGrant)
  end(command: Input<typeof endGrant>) {
    return this.grants.end(command);
  }
}
