import {
  listPaymentBatches,
  type PaymentBatch,
  type PayrollStep,
  statesApproved,
  stepsWithReason,
} from '@antt/contracts';
import { useAnswer } from '../../answer.ts';
import type { Run } from './use-run.ts';

/** Money of a run that stands in the way of taking it back; null: none. */
export function moneyOut(
  batches: readonly Pick<PaymentBatch, 'number' | 'filesAt' | 'byState'>[],
  step: PayrollStep,
) {
  const count = { paid: 0, sent: 0, left: 0 };
  const numbers: number[] = [];
  for (const { number, filesAt, byState } of batches) {
    const of = (state: string) => byState.find((sum) => sum.state === state)?.payments ?? 0;
    const paid = of('paid');
    const sent = filesAt === null ? 0 : of('issued');
    const left = step === 'return' ? of('left') : 0;
    count.paid += paid;
    count.sent += sent;
    count.left += left;
    if (paid + sent + left > 0) numbers.push(number);
  }
  return numbers.length === 0 ? null : { ...count, batches: numbers.join(', ') };
}

/** What the service would refuse taking the run back for; null: nothing, undefined: not known yet. */
export function useMoneyOut({ id, state }: Run, step: PayrollStep) {
  const asked = stepsWithReason.includes(step) && statesApproved.includes(state);
  const { data } = useAnswer(listPaymentBatches, { id }, { enabled: asked, staleTime: 0 });
  if (!asked) return null;
  return data && moneyOut(data.items, step);
}
