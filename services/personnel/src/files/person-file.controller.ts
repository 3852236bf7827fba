import {
  keepPersonFile,
  listPersonFiles,
  openPersonFile,
  withdrawPersonFile,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PersonFileService } from './person-file.service.ts';

@Controller()
export class PersonFileController {
  constructor(private readonly files: PersonFileService) {}

  @Handles(listPersonFiles)
  list(question: Input<typeof listPersonFiles>) {
    return this.files.list(question);
  }

  @Handles(keepPersonFile)
  keep(command: Input<typeof keepPersonFile>) {
    return this.files.keep(command);
  }

  @Handles(openPersonFile)
  open(question: Input<typeof openPersonFile>) {
    return this.files.open(question);
  }

  @Handles(withdrawPersonFile)
  withdraw(command: Input<typeof withdrawPersonFile>) {
    return this.files.withdraw(command);
  }
}
