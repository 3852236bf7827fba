import { deleteView, keepView, listViews } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ViewService } from './view.service.ts';

@Controller()
export class ViewController {
  constructor(private readonly views: ViewService) {}

  @Handles(listViews)
  list() {
    return this.views.list();
  }

  @Handles(keepView)
  keep(command: Input<typeof keepView>) {
    return this.views.keep(command);
  }

  @Handles(deleteView)
  delete(command: Input<typeof deleteView>) {
    return this.views.delete(command);
  }
}
