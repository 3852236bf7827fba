import {
  findUnits,
  getUnit,
  getUnitHistory,
  listUnits,
  placeUnits,
  renameUnit,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { UnitService } from './unit.service.ts';

@Controller()
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Handles(listUnits)
  list(question: Input<typeof listUnits>) {
    return this.units.list(question);
  }

  @Handles(getUnit)
  get(question: Input<typeof getUnit>) {
    return this.units.get(question);
  }

  @Handles(getUnitHistory)
  history(question: Input<typeof getUnitHistory>) {
    return this.units.history(question);
  }

  @Handles(renameUnit)
  rename(command: Input<typeof renameUnit>) {
    return this.units.rename(command);
  }

  @Handles(placeUnits)
  place(question: Input<typeof placeUnits>) {
    return this.units.place(question);
  }

  @Handles(findUnits)
  find(question: Input<typeof findUnits>) {
    return this.units.find(question);
  }
}
