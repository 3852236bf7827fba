import {
  checkEquipment,
  issueEquipment,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentNorms,
  listEquipmentShortages,
  withdrawEquipment,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { EquipmentActService } from './equipment-act.service.ts';
import { EquipmentService } from './equipment.service.ts';

@Controller()
export class EquipmentController {
  constructor(
    private readonly equipment: EquipmentService,
    private readonly acts: EquipmentActService,
  ) {}

  @Handles(listEquipmentNorms)
  norms(question: Input<typeof listEquipmentNorms>) {
    return this.equipment.norms(question);
  }

  @Handles(listEquipment)
  list(question: Input<typeof listEquipment>) {
    return this.equipment.list(question);
  }

  @Handles(listEquipmentShortages)
  shortages(question: Input<typeof listEquipmentShortages>) {
    return this.equipment.shortages(question);
  }

  @Handles(listEquipmentNeeds)
  needs(question: Input<typeof listEquipmentNeeds>) {
    return this.equipment.needs(question);
  }

  @Handles(issueEquipment)
  issue(command: Input<typeof issueEquipment>) {
    return this.acts.issue(command);
  }

  @Handles(withdrawEquipment)
  withdraw(command: Input<typeof withdrawEquipment>) {
    return this.acts.withdraw(command);
  }

  @Handles(checkEquipment)
  check(command: Input<typeof checkEquipment>) {
    return this.acts.check(command);
  }
}
