import {
  coversPoint,
  frameMap,
  listOutlines,
  getExtent,
  getMapVersion,
  getTile,
  listChangeDays,
  listPoints,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { MapPrintService } from './map-print.service.ts';
import { MapService } from './map.service.ts';

@Controller()
export class MapController {
  constructor(
    private readonly map: MapService,
    private readonly print: MapPrintService,
  ) {}

  @Handles(getTile)
  tile(question: Input<typeof getTile>) {
    return this.map.tile(question);
  }

  @Handles(coversPoint)
  covers(question: Input<typeof coversPoint>) {
    return this.map.covers(question);
  }

  @Handles(getMapVersion)
  version() {
    return this.map.version();
  }

  @Handles(listChangeDays)
  changeDays(question: Input<typeof listChangeDays>) {
    return this.map.changeDays(question);
  }

  @Handles(listPoints)
  points(question: Input<typeof listPoints>) {
    return this.map.points(question);
  }

  @Handles(getExtent)
  extent(question: Input<typeof getExtent>) {
    return this.map.extent(question);
  }

  @Handles(frameMap)
  frame(question: Input<typeof frameMap>) {
    return this.print.frame(question);
  }

  @Handles(listOutlines)
  outlines(question: Input<typeof listOutlines>) {
    return this.print.outlines(question);
  }
}
