import { createToken, deleteToken, listTokens } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { TokenService } from './token.service.ts';

@Controller()
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  @Handles(listTokens)
  list() {
    return this.tokens.list();
  }

  @Handles(createToken)
  create(command: Input<typeof createToken>) {
    return this.tokens.create(command);
  }

  @Handles(deleteToken)
  delete(command: Input<typeof deleteToken>) {
    return this.tokens.delete(command);
  }
}
