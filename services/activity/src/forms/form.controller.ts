import { getForm, listForms, setForm } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { FormService } from './form.service.ts';

@Controller()
export class FormController {
  constructor(private readonly forms: FormService) {}

  @Handles(listForms)
  list(question: Input<typeof listForms>) {
    return this.forms.list(question);
  }

  @Handles(getForm)
  get(question: Input<typeof getForm>) {
    return this.forms.get(question);
  }

  @Handles(setForm)
  set(command: Input<typeof setForm>) {
    return this.forms.set(command);
  }
}
