import {
  keepPaperTemplate,
  listPaperTemplates,
  makePaper,
  openPaperTemplate,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PaperService } from './paper.service.ts';
import { PaperTemplateService } from './paper-template.service.ts';

@Controller()
export class PaperController {
  constructor(
    private readonly papers: PaperService,
    private readonly templates: PaperTemplateService,
  ) {}

  @Handles(makePaper)
  make(question: Input<typeof makePaper>) {
    return this.papers.make(question);
  }

  @Handles(listPaperTemplates)
  list(question: Input<typeof listPaperTemplates>) {
    return this.templates.list(question);
  }

  @Handles(keepPaperTemplate)
  keep(command: Input<typeof keepPaperTemplate>) {
    return this.templates.keep(command);
  }

  @Handles(openPaperTemplate)
  open(question: Input<typeof openPaperTemplate>) {
    return this.templates.open(question);
  }
}
