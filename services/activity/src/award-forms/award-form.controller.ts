import { listAwardForms, listAwardRules, setAwardForm, setAwardRule } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { AwardFormService } from './award-form.service.ts';

@Controller()
export class AwardFormController {
  constructor(private readonly forms: AwardFormService) {}

  @Handles(listAwardForms)
  list(question: Input<typeof listAwardForms>) {
    return this.forms.list(question);
  }

  @Handles(setAwardForm)
  set(command: Input<typeof setAwardForm>) {
    return this.forms.set(command);
  }

  @Handles(listAwardRules)
  listRules(question: Input<typeof listAwardRules>) {
    return this.forms.listRules(question);
  }

  @Handles(setAwardRule)
  setRule(command: Input<typeof setAwardRule>) {
    return this.forms.setRule(command);
  }
}
