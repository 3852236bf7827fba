import { operation } from '@antt/kernel';
import { z } from 'zod';
import { StoredFile } from '../job.ts';
import { PayPaperKind } from './paper.ts';

export const makePayPaper = operation('personnel.pay-paper.make', {
  allow: 'payroll.read',
  summary:
    'Payslips of somebody or of a commune, or the annex of a decision to pay, put into the object store for an answer',
  input: z.strictObject({
    kind: PayPaperKind,
    payrollId: z.uuid(),
    /** An annex is of one batch. */
    batch: z.int().min(1).optional(),
    communeId: z.uuid().optional(),
    personId: z.uuid().optional(),
  }),
  output: z.object({ file: StoredFile }),
  deadline: 30_000,
});
