import { changePassword, resetPassword } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PasswordService } from './password.service.ts';

@Controller()
export class PasswordController {
  constructor(private readonly passwords: PasswordService) {}

  @Handles(changePassword)
  change(command: Input<typeof changePassword>) {
    return this.passwords.change(command);
  }

  @Handles(resetPassword)
  reset(command: Input<typeof resetPassword>) {
    return this.passwords.reset(command);
  }
}
