import {
  defineTag,
  endUnitTag,
  listFigures,
  listTags,
  listUnitTags,
  recordFigure,
  tagUnit,
  withdrawFigure,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { FigureService } from './figure.service.ts';
import { TagService } from './tag.service.ts';

/** What is known of a unit besides its name and place: figures and tags. */
@Controller()
export class UnitFactController {
  constructor(
    private readonly figures: FigureService,
    private readonly tags: TagService,
  ) {}

  @Handles(listFigures)
  listFigures(question: Input<typeof listFigures>) {
    return this.figures.list(question);
  }

  @Handles(recordFigure)
  recordFigure(command: Input<typeof recordFigure>) {
    return this.figures.record(command);
  }

  @Handles(withdrawFigure)
  withdrawFigure(command: Input<typeof withdrawFigure>) {
    return this.figures.withdraw(command);
  }

  @Handles(listTags)
  vocabulary() {
    return this.tags.vocabulary();
  }

  @Handles(defineTag)
  defineTag(command: Input<typeof defineTag>) {
    return this.tags.define(command);
  }

  @Handles(listUnitTags)
  listTags(question: Input<typeof listUnitTags>) {
    return this.tags.list(question);
  }

  @Handles(tagUnit)
  tag(command: Input<typeof tagUnit>) {
    return this.tags.tag(command);
  }

  @Handles(endUnitTag)
  endTag(command: Input<typeof endUnitTag>) {
    return this.tags.end(command);
  }
}
