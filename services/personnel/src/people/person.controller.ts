import { changePerson, getPerson, listPeople, recordPerson, revealField } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PersonService } from './person.service.ts';

@Controller()
export class PersonController {
  constructor(private readonly people: PersonService) {}

  @Handles(listPeople)
  list(question: Input<typeof listPeople>) {
    return this.people.list(question);
  }

  @Handles(getPerson)
  get(question: Input<typeof getPerson>) {
    return this.people.get(question);
  }

  @Handles(recordPerson)
  record(command: Input<typeof recordPerson>) {
    return this.people.record(command);
  }

  @Handles(changePerson)
  change(command: Input<typeof changePerson>) {
    return this.people.change(command);
  }

  @Handles(revealField)
  reveal(command: Input<typeof revealField>) {
    return this.people.reveal(command);
  }
}
