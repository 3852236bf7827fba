import type { listPolicyTemplates } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { readPolicyFiles } from './policy-file.ts';

type Templates = Output<typeof listPolicyTemplates>;

/** The shipped files: each opens as a draft, none pays by itself. */
@Injectable()
export class PolicyTemplateService {
  private read: Templates | null = null;

  list(): Templates {
    this.read ??= {
      items: [...readPolicyFiles()].map(([code, { province, policy, scenarios }]) => ({
        code,
        province,
        document: policy,
        scenarios: scenarios.map(({ name, total }) => ({ name, total })),
      })),
    };
    return this.read;
  }
}
