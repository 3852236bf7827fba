import type { listCriteriaTemplates } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { readCriteriaFiles } from './criteria-file.ts';

type Templates = Output<typeof listCriteriaTemplates>;

/** The shipped files: each opens as a draft, none is in force by itself. */
@Injectable()
export class TemplateService {
  private read: Templates | null = null;

  list(): Templates {
    this.read ??= {
      items: [...readCriteriaFiles()].map(([code, { province, criteria, scenarios }]) => ({
        code,
        province,
        document: criteria,
        scenarios: scenarios.map(({ name, members }) => ({ name, members })),
      })),
    };
    return this.read;
  }
}
