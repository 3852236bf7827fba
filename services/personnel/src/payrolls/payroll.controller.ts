import {
  checkPayroll,
  createPayroll,
  explainLine,
  getPayroll,
  holdPay,
  listPayrollLines,
  listPayrolls,
  listPayrollVariance,
  releasePay,
  stepPayroll,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PayrollCheckService } from './payroll-check.service.ts';
import { PayrollLineService } from './payroll-line.service.ts';
import { PayrollStepService } from './payroll-step.service.ts';
import { PayrollService } from './payroll.service.ts';

@Controller()
export class PayrollController {
  constructor(
    private readonly payrolls: PayrollService,
    private readonly steps: PayrollStepService,
    private readonly lines: PayrollLineService,
    private readonly checks: PayrollCheckService,
  ) {}

  @Handles(listPayrolls)
  list(question: Input<typeof listPayrolls>) {
    return this.payrolls.list(question);
  }

  @Handles(getPayroll)
  get(question: Input<typeof getPayroll>) {
    return this.payrolls.get(question);
  }

  @Handles(createPayroll)
  create(command: Input<typeof createPayroll>) {
    return this.payrolls.create(command);
  }

  @Handles(stepPayroll)
  step(command: Input<typeof stepPayroll>) {
    return this.steps.step(command);
  }

  @Handles(checkPayroll)
  check(question: Input<typeof checkPayroll>) {
    return this.checks.check(question);
  }

  @Handles(listPayrollVariance)
  variance(question: Input<typeof listPayrollVariance>) {
    return this.checks.variance(question);
  }

  @Handles(listPayrollLines)
  lineList(question: Input<typeof listPayrollLines>) {
    return this.lines.list(question);
  }

  @Handles(explainLine)
  explain(question: Input<typeof explainLine>) {
    return this.lines.explain(question);
  }

  @Handles(holdPay)
  hold(command: Input<typeof holdPay>) {
    return this.steps.hold(command);
  }

  @Handles(releasePay)
  release(command: Input<typeof releasePay>) {
    return this.steps.release(command);
  }
}
