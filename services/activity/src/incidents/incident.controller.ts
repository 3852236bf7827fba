import {
  correctIncident,
  getIncident,
  keepIncidentFile,
  listIncidentKinds,
  listIncidentPoints,
  listIncidents,
  listSuggestedValues,
  openIncidentFile,
  recordIncident,
  withdrawIncident,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { IncidentKindService } from '../incident-kinds/incident-kind.service.ts';
import { IncidentActService } from './incident-act.service.ts';
import { IncidentFileService } from './incident-file.service.ts';
import { IncidentService } from './incident.service.ts';

@Controller()
export class IncidentController {
  constructor(
    private readonly kinds: IncidentKindService,
    private readonly incidents: IncidentService,
    private readonly acts: IncidentActService,
    private readonly files: IncidentFileService,
  ) {}

  @Handles(listIncidentKinds)
  listKinds(question: Input<typeof listIncidentKinds>) {
    return this.kinds.list(question);
  }

  @Handles(listIncidents)
  list(question: Input<typeof listIncidents>) {
    return this.incidents.list(question);
  }

  @Handles(listIncidentPoints)
  points(question: Input<typeof listIncidentPoints>) {
    return this.incidents.points(question);
  }

  @Handles(getIncident)
  get(question: Input<typeof getIncident>) {
    return this.incidents.get(question);
  }

  @Handles(listSuggestedValues)
  suggest(question: Input<typeof listSuggestedValues>) {
    return this.incidents.suggest(question);
  }

  @Handles(recordIncident)
  record(command: Input<typeof recordIncident>) {
    return this.acts.record(command);
  }

  @Handles(correctIncident)
  correct(command: Input<typeof correctIncident>) {
    return this.acts.correct(command);
  }

  @Handles(withdrawIncident)
  withdraw(command: Input<typeof withdrawIncident>) {
    return this.acts.withdraw(command);
  }

  @Handles(keepIncidentFile)
  keepFile(command: Input<typeof keepIncidentFile>) {
    return this.files.keep(command);
  }

  @Handles(openIncidentFile)
  openFile(question: Input<typeof openIncidentFile>) {
    return this.files.open(question);
  }
}
