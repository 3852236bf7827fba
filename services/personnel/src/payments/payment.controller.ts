import {
  beginPaymentFiles,
  getPaymentBatch,
  issuePayments,
  keepPaymentFiles,
  listPayees,
  listPaymentBatches,
  listPayments,
  makePayPaper,
  revealPayments,
  settlePayment,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PayPaperService } from './pay-paper.service.ts';
import { PaymentBatchService } from './payment-batch.service.ts';
import { PaymentService } from './payment.service.ts';

@Controller()
export class PaymentController {
  constructor(
    private readonly batches: PaymentBatchService,
    private readonly payments: PaymentService,
    private readonly papers: PayPaperService,
  ) {}

  @Handles(listPaymentBatches)
  batchList(question: Input<typeof listPaymentBatches>) {
    return this.batches.list(question);
  }

  @Handles(getPaymentBatch)
  get(question: Input<typeof getPaymentBatch>) {
    return this.batches.get(question);
  }

  @Handles(issuePayments)
  issue(command: Input<typeof issuePayments>) {
    return this.batches.issue(command);
  }

  @Handles(beginPaymentFiles)
  beginFiles(command: Input<typeof beginPaymentFiles>) {
    return this.batches.beginFiles(command);
  }

  @Handles(keepPaymentFiles)
  keepFiles(command: Input<typeof keepPaymentFiles>) {
    return this.batches.keepFiles(command);
  }

  @Handles(listPayments)
  list(question: Input<typeof listPayments>) {
    return this.payments.list(question);
  }

  @Handles(settlePayment)
  settle(command: Input<typeof settlePayment>) {
    return this.payments.settle(command);
  }

  @Handles(listPayees)
  payees(question: Input<typeof listPayees>) {
    return this.payments.payees(question);
  }

  @Handles(revealPayments)
  reveal(question: Input<typeof revealPayments>) {
    return this.payments.reveal(question);
  }

  @Handles(makePayPaper)
  makePaper(question: Input<typeof makePayPaper>) {
    return this.papers.make(question);
  }
}
