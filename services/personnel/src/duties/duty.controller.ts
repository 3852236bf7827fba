import {
  approveShifts,
  correctShift,
  countDuties,
  listDutyCopies,
  listDutyOrders,
  listShifts,
  recordDutyOrder,
  recordShift,
  recordShifts,
  returnShift,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { DutyCopyService } from './duty-copy.service.ts';
import { DutyOrderService } from './duty-order.service.ts';
import { ShiftService } from './shift.service.ts';

@Controller()
export class DutyController {
  constructor(
    private readonly orders: DutyOrderService,
    private readonly shifts: ShiftService,
    private readonly forCopies: DutyCopyService,
  ) {}

  @Handles(listDutyCopies)
  copies(question: Input<typeof listDutyCopies>) {
    return this.forCopies.list(question);
  }

  @Handles(countDuties)
  count() {
    return this.forCopies.count();
  }

  @Handles(listDutyOrders)
  listOrders(question: Input<typeof listDutyOrders>) {
    return this.orders.list(question);
  }

  @Handles(recordDutyOrder)
  recordOrder(command: Input<typeof recordDutyOrder>) {
    return this.orders.record(command);
  }

  @Handles(listShifts)
  list(question: Input<typeof listShifts>) {
    return this.shifts.list(question);
  }

  @Handles(recordShift)
  record(command: Input<typeof recordShift>) {
    return this.shifts.record(command);
  }

  @Handles(recordShifts)
  recordSeveral(command: Input<typeof recordShifts>) {
    return this.shifts.recordSeveral(command);
  }

  @Handles(correctShift)
  correct(command: Input<typeof correctShift>) {
    return this.shifts.correct(command);
  }

  @Handles(approveShifts)
  approve(command: Input<typeof approveShifts>) {
    return this.shifts.approve(command);
  }

  @Handles(returnShift)
  return(command: Input<typeof returnShift>) {
    return this.shifts.return(command);
  }
}
