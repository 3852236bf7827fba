import { closeEditing, listClosures, openEditing, openEditingWindow } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { EditingService } from './editing.service.ts';

@Controller()
export class EditingController {
  constructor(private readonly editing: EditingService) {}

  @Handles(listClosures)
  list(question: Input<typeof listClosures>) {
    return this.editing.list(question);
  }

  @Handles(closeEditing)
  close(command: Input<typeof closeEditing>) {
    return this.editing.close(command);
  }

  @Handles(openEditing)
  open(command: Input<typeof openEditing>) {
    return this.editing.open(command);
  }

  @Handles(openEditingWindow)
  openWindow(command: Input<typeof openEditingWindow>) {
    return this.editing.openWindow(command);
  }
}
