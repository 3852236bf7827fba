import { Problem } from '@antt/kernel';
import { Alert, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemText } from '../i18n/problem-text.ts';

type Props = { problem: unknown; onRetry?: (() => void) | undefined };

/** What went wrong where the answer would stand, with a way on; the trace id small at the end. */
export function ProblemPanel({ problem, onRetry }: Props) {
  const intl = useIntl();
  // What was refused for a reason is no fault to look for in the logs.
  const fault = problem instanceof Problem && problem.status >= 500;
  const trace = fault ? problem.body.traceId : undefined;
  return (
    <Alert
      type="error"
      showIcon
      className="problem"
      title={problemText(intl, problem)}
      description={
        typeof trace === 'string' ? (
          <span className="trace">
            <FormattedMessage id="problem.trace" values={{ trace }} />
          </span>
        ) : undefined
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            <FormattedMessage id="action.retry" />
          </Button>
        )
      }
    />
  );
}
