import {
  createArea,
  decideAreaPart,
  listAreaParts,
  listAreas,
  reorganisationUndone,
  setAreaUnits,
  unitsReorganised,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { type Fact, Handles, On } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AreaPartService } from './area-part.service.ts';
import { AreaService } from './area.service.ts';
import { ReorganisationFollower } from './follow-reorganisation.service.ts';

@Controller()
export class AreaController {
  constructor(
    private readonly areas: AreaService,
    private readonly parts: AreaPartService,
    private readonly follower: ReorganisationFollower,
  ) {}

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

  @Handles(listAreaParts)
  listParts(question: Input<typeof listAreaParts>) {
    return this.parts.list(question);
  }

  @Handles(decideAreaPart)
  decidePart(command: Input<typeof decideAreaPart>) {
    return this.parts.decide(command);
  }

  @On(unitsReorganised)
  follow(fact: Fact<typeof unitsReorganised>) {
    return this.follower.follow(fact);
  }

  @On(reorganisationUndone)
  unfollow(fact: Fact<typeof reorganisationUndone>) {
    return this.follower.unfollow(fact);
  }
}
