import { createArea, listAreas, setAreaUnits } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AreaService } from './area.service.ts';

@Controller()
export class AreaController {
  constructor(private readonly areas: AreaService) {}

  @Handles(listAreas)
  list() {
    return this.areas.list();
  }

  @Handles(createArea)
  create(command: Input<typeof createArea>) {
    return this.areas.create(command);
  }

  @Handles(setAreaUnits)
  setUnits(command: Input<typeof setAreaUnits>) {
    return this.areas.setUnits(command);
  }
}
