import { getMe, resolvePrincipal } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PrincipalService } from './principal.service.ts';

@Controller()
export class PrincipalController {
  constructor(private readonly principals: PrincipalService) {}

  @Handles(resolvePrincipal)
  async resolve({ token }: Input<typeof resolvePrincipal>) {
    return { principal: await this.principals.resolve(token) };
  }

  @Handles(getMe)
  me() {
    return this.principals.me();
  }
}
