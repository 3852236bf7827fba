import type { PayrollStep } from '@antt/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { isCalculating, type Run } from './use-run.ts';

const StepDialog = lazy(() => import('./step-dialog.tsx'));

/** The step that leads on stands out, at the end; the ones that lead back come before it. */
const order: PayrollStep[] = [
  'reverse',
  'return',
  'calculate',
  'submit',
  'approve',
  'pay',
  'close',
];
const onward: PayrollStep[] = ['submit', 'approve', 'pay', 'close'];

/** What the asker may do next; each step is confirmed. */
export function StepActions({ run }: { run: Run }) {
  const [step, setStep] = useState<PayrollStep | null>(null);
  const shown = order.filter(
    (one) => run.next.includes(one) && !(one === 'calculate' && isCalculating(run)),
  );
  return (
    <>
      {shown.map((one) => (
        <Button
          key={one}
          type={leads(one, run) ? 'primary' : 'default'}
          danger={one === 'reverse'}
          onClick={() => setStep(one)}
        >
          <FormattedMessage id={`payrolls.step.${one}`} />
        </Button>
      ))}
      {step && (
        <Suspense fallback={null}>
          <StepDialog run={run} step={step} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </>
  );
}

/** A run that is old or failed is calculated again before anything else. */
const leads = (step: PayrollStep, { outdated, failure }: Run) =>
  outdated || failure !== null ? step === 'calculate' : onward.includes(step);
