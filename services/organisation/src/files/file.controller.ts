import { keepFile, openFile } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { FileService } from './file.service.ts';

@Controller()
export class FileController {
  constructor(private readonly files: FileService) {}

  @Handles(keepFile)
  keep(command: Input<typeof keepFile>) {
    return this.files.keep(command);
  }

  @Handles(openFile)
  open(question: Input<typeof openFile>) {
    return this.files.open(question);
  }
}
