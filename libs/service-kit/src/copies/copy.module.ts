import { copiesChanged } from '@antt/contracts';
import { Controller, Module } from '@nestjs/common';
import { type Fact, On } from '../on.ts';
import { Copies } from './copy.service.ts';

@Controller()
class CopyController {
  constructor(private readonly copies: Copies) {}

  @On(copiesChanged)
  follow(fact: Fact<typeof copiesChanged>) {
    return this.copies.follow(fact);
  }
}

/** For a service that keeps copies of units, teams and quotas in `copyTables`. */
@Module({ controllers: [CopyController], providers: [Copies], exports: [Copies] })
export class CopyModule {}
