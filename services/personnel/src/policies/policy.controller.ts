import {
  adoptPolicy,
  changePolicy,
  confirmPolicy,
  getPolicy,
  listPolicies,
  listPolicyTemplates,
  recordPolicy,
  simulatePolicy,
  withdrawPolicy,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PolicyService } from './policy.service.ts';
import { SimulationService } from './simulation.service.ts';
import { PolicyTemplateService } from './template.service.ts';

@Controller()
export class PolicyController {
  constructor(
    private readonly policies: PolicyService,
    private readonly templates: PolicyTemplateService,
    private readonly simulations: SimulationService,
  ) {}

  @Handles(listPolicies)
  list(question: Input<typeof listPolicies>) {
    return this.policies.list(question);
  }

  @Handles(getPolicy)
  get(question: Input<typeof getPolicy>) {
    return this.policies.get(question);
  }

  @Handles(recordPolicy)
  record(command: Input<typeof recordPolicy>) {
    return this.policies.record(command);
  }

  @Handles(changePolicy)
  change(command: Input<typeof changePolicy>) {
    return this.policies.change(command);
  }

  @Handles(confirmPolicy)
  confirm(command: Input<typeof confirmPolicy>) {
    return this.policies.confirm(command);
  }

  @Handles(adoptPolicy)
  adopt(command: Input<typeof adoptPolicy>) {
    return this.policies.adopt(command);
  }

  @Handles(withdrawPolicy)
  withdraw(command: Input<typeof withdrawPolicy>) {
    return this.policies.withdraw(command);
  }

  @Handles(simulatePolicy)
  simulate(question: Input<typeof simulatePolicy>) {
    return this.simulations.simulate(question);
  }

  @Handles(listPolicyTemplates)
  templateList() {
    return this.templates.list();
  }
}
