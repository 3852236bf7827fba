import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  LoadingOutlined,
} from '@ant-design/icons';
import type { Job } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { isOpen } from './job.ts';

type Shown = Pick<Job, 'status' | 'dryRun' | 'errors' | 'warnings'>;

function wordOf({ status, dryRun, warnings }: Shown): MessageId {
  if (status === 'succeeded' && dryRun) {
    return warnings > 0 ? 'imports.status.passed-warned' : 'imports.status.passed';
  }
  return `imports.status.${status}`;
}

/** How a job stands, in colour, sign and word. */
export function JobStatus({ job }: { job: Shown }) {
  const Icon = isOpen(job)
    ? LoadingOutlined
    : job.status === 'succeeded'
      ? CheckCircleOutlined
      : job.status === 'rejected'
        ? ExclamationCircleOutlined
        : CloseCircleOutlined;
  return (
    <span className="job-status" data-status={job.status}>
      <Icon aria-hidden />{' '}
      <FormattedMessage id={wordOf(job)} values={{ errors: job.errors, warnings: job.warnings }} />
    </span>
  );
}
