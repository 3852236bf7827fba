import { CheckOutlined } from '@ant-design/icons';
import type { Job } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { isOpen } from './job.ts';

const steps = ['file', 'check', 'apply'] as const;

/** Where the file stands on its way. */
export function JobSteps({ job }: { job: Job }) {
  const here = job.dryRun ? (isOpen(job) || job.status !== 'succeeded' ? 1 : 2) : 2;
  const done = (step: number) => step < here || (!job.dryRun && job.status === 'succeeded');
  return (
    <ol className="job-steps">
      {steps.map((step, index) => (
        <li
          key={step}
          data-done={done(index) || undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          <span aria-hidden>{done(index) ? <CheckOutlined aria-hidden /> : index + 1}</span>
          <FormattedMessage id={`imports.step.${step}`} />
        </li>
      ))}
    </ol>
  );
}
