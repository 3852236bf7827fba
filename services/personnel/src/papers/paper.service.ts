import { type makePaper, paperKinds } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Files, handFile } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { PaperFactsService } from './paper-facts.service.ts';
import { PaperTemplateService } from './paper-template.service.ts';
import { valuesOf } from './paper-tags.ts';

/** Papers filled in: what is known stands in them, the rest is left as dots. */
@Injectable()
export class PaperService {
  constructor(
    private readonly facts: PaperFactsService,
    private readonly templates: PaperTemplateService,
    private readonly files: Files,
  ) {}

  async make(question: Input<typeof makePaper>): Promise<Output<typeof makePaper>> {
    const facts = await this.facts.facts(question);
    const { kind, on } = question;
    const template = await this.templates.inForce(kind, facts.commune.id, on);
    const { fillTemplate } = await import('./word.ts');
    const bytes = fillTemplate(template.content, valuesOf(facts));
    const name = `mau-${paperKinds[kind].form}-${kind}-${on}.docx`;
    return { file: await handFile(this.files, name, bytes) };
  }
}
