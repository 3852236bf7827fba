import {
  addInstrumentSubject,
  attachInstrumentFiles,
  correctInstrument,
  detachInstrumentFile,
  getInstrument,
  issueInstrument,
  listGoverned,
  listInForce,
  listInstruments,
  listInstrumentSubjects,
  recordInstrument,
  repealInstrument,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { InstrumentChangeService } from './instrument-change.service.ts';
import { InstrumentReachService } from './instrument-reach.service.ts';
import { InstrumentSubjectService } from './instrument-subject.service.ts';
import { InstrumentService } from './instrument.service.ts';

@Controller()
export class InstrumentController {
  constructor(
    private readonly instruments: InstrumentService,
    private readonly reach: InstrumentReachService,
    private readonly changes: InstrumentChangeService,
    private readonly subjects: InstrumentSubjectService,
  ) {}

  @Handles(listInstruments)
  list(question: Input<typeof listInstruments>) {
    return this.instruments.list(question);
  }

  @Handles(getInstrument)
  get(question: Input<typeof getInstrument>) {
    return this.reach.get(question);
  }

  @Handles(listGoverned)
  governs(question: Input<typeof listGoverned>) {
    return this.reach.governs(question);
  }

  @Handles(listInForce)
  inForce(question: Input<typeof listInForce>) {
    return this.reach.inForce(question);
  }

  @Handles(recordInstrument)
  record(command: Input<typeof recordInstrument>) {
    return this.instruments.record(command);
  }

  @Handles(issueInstrument)
  issue(command: Input<typeof issueInstrument>) {
    return this.instruments.issue(command);
  }

  @Handles(correctInstrument)
  correct(command: Input<typeof correctInstrument>) {
    return this.changes.correct(command);
  }

  @Handles(repealInstrument)
  repeal(command: Input<typeof repealInstrument>) {
    return this.changes.repeal(command);
  }

  @Handles(attachInstrumentFiles)
  attach(command: Input<typeof attachInstrumentFiles>) {
    return this.changes.attach(command);
  }

  @Handles(detachInstrumentFile)
  detach(command: Input<typeof detachInstrumentFile>) {
    return this.changes.detach(command);
  }

  @Handles(listInstrumentSubjects)
  listSubjects() {
    return this.subjects.list();
  }

  @Handles(addInstrumentSubject)
  addSubject(command: Input<typeof addInstrumentSubject>) {
    return this.subjects.add(command);
  }
}
