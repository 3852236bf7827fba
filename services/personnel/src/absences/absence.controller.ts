import { endAbsence, listAbsences, listLeaveThroughout, recordAbsence } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AbsenceService } from './absence.service.ts';

@Controller()
export class AbsenceController {
  constructor(private readonly absences: AbsenceService) {}

  @Handles(listAbsences)
  list(question: Input<typeof listAbsences>) {
    return this.absences.list(question);
  }

  @Handles(listLeaveThroughout)
  listLeaveThroughout(question: Input<typeof listLeaveThroughout>) {
    return this.absences.listLeaveThroughout(question);
  }

  @Handles(recordAbsence)
  record(command: Input<typeof recordAbsence>) {
    return this.absences.record(command);
  }

  @Handles(endAbsence)
  end(command: Input<typeof endAbsence>) {
    return this.absences.end(command);
  }
}
