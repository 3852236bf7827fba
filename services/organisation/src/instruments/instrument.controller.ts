import { listInstruments, recordInstrument } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { InstrumentService } from './instrument.service.ts';

@Controller()
export class InstrumentController {
  constructor(private readonly instruments: InstrumentService) {}

  @Handles(listInstruments)
  list(question: Input<typeof listInstruments>) {
    return this.instruments.list(question);
  }

  @Handles(recordInstrument)
  record(command: Input<typeof recordInstrument>) {
    return this.instruments.record(command);
  }
}
