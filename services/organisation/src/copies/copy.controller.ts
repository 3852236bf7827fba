import { countCopies, listCopies, readCopies } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CopyService } from './copy.service.ts';

@Controller()
export class CopyController {
  constructor(private readonly copies: CopyService) {}

  @Handles(readCopies)
  read(question: Input<typeof readCopies>) {
    return this.copies.read(question);
  }

  @Handles(listCopies)
  list(question: Input<typeof listCopies>) {
    return this.copies.list(question);
  }

  @Handles(countCopies)
  count() {
    return this.copies.count();
  }
}
