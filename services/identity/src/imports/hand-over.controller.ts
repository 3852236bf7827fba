import { takeHandOver } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { HandOverService } from './hand-over.service.ts';

@Controller()
export class HandOverController {
  constructor(private readonly handOvers: HandOverService) {}

  @Handles(takeHandOver)
  take(command: Input<typeof takeHandOver>) {
    return this.handOvers.take(command);
  }
}
