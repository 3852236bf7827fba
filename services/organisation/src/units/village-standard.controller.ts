import { endVillageStandard, listVillageStandards, setVillageStandard } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { VillageStandardService } from './village-standard.service.ts';

@Controller()
export class VillageStandardController {
  constructor(private readonly standards: VillageStandardService) {}

  @Handles(listVillageStandards)
  list(question: Input<typeof listVillageStandards>) {
    return this.standards.list(question);
  }

  @Handles(setVillageStandard)
  set(command: Input<typeof setVillageStandard>) {
    return this.standards.set(command);
  }

  @Handles(endVillageStandard)
  end(command: Input<typeof endVillageStandard>) {
    return this.standards.end(command);
  }
}
