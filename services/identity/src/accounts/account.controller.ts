import { closeAccount, createAccount, listAccounts, unlockAccount } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AccountService } from './account.service.ts';

@Controller()
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  @Handles(listAccounts)
  list(question: Input<typeof listAccounts>) {
    return this.accounts.list(question);
  }

  @Handles(createAccount)
  create(command: Input<typeof createAccount>) {
    return this.accounts.create(command);
  }

  @Handles(unlockAccount)
  unlock(command: Input<typeof unlockAccount>) {
    return this.accounts.unlock(command);
  }

  @Handles(closeAccount)
  close(command: Input<typeof closeAccount>) {
    return this.accounts.close(command);
  }
}
