import { listSettings, setParameter } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SettingService } from './setting.service.ts';

@Controller()
export class SettingController {
  constructor(private readonly settings: SettingService) {}

  @Handles(listSettings)
  list(question: Input<typeof listSettings>) {
    return this.settings.list(question);
  }

  @Handles(setParameter)
  set(command: Input<typeof setParameter>) {
    return this.settings.set(command);
  }
}
