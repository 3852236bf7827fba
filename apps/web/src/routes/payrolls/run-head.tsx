import type { PayrollFailure } from '@antt/contracts';
import { Alert, Progress } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { formatMonth } from '../../day.ts';
import { formatMoment } from '../../moment.ts';
import { Money } from './money.tsx';
import { isCalculating, type Run } from './use-run.ts';

/** What is to be known before the figures: that they are on their way, failed, old, or not real. */
export function RunNotices({ run }: { run: Run }) {
  const { state, failure, illustrative, outdated, communes } = run;
  return (
    <>
      {isCalculating(run) && (
        <div className="run-progress" role="status">
          <FormattedMessage id="payrolls.calculating" values={{ communes }} />
          <Progress percent={100} status="active" showInfo={false} />
        </div>
      )}
      {failure !== null && (
        <Alert
          showIcon
          type="error"
          title={<FormattedMessage id="payrolls.failed" />}
          description={<Failure of={failure} />}
        />
      )}
      {illustrative && (
        <Alert
          showIcon
          type="warning"
          title={<FormattedMessage id="payrolls.illustrative-note" />}
        />
      )}
      {outdated && (
        <Alert
          showIcon
          type="warning"
          title={
            <FormattedMessage
              id={state === 'calculated' ? 'payrolls.outdated-note' : 'payrolls.outdated'}
              values={{ at: formatMoment(run.calculatedAt) }}
            />
          }
        />
      )}
    </>
  );
}

/** Which amounts are missing, or what to tell the administrator. */
function Failure({ of: { code, lines, detail } }: { of: PayrollFailure }) {
  if (code === 'failed') {
    return (
      <>
        <FormattedMessage id="payrolls.failed-note" />
        <small className="trace">{detail}</small>
      </>
    );
  }
  return (
    <>
      <FormattedMessage id="payrolls.value-missing" />
      <ul className="plain-list">
        {lines.map(({ month, policy, line, people }) => (
          <li key={`${policy} ${line}`}>
            <FormattedMessage
              id="payrolls.value-missing-line"
              values={{ month: formatMonth(month), policy, line, people }}
            />
          </li>
        ))}
      </ul>
      <Link to="/rate-tables">
        <FormattedMessage id="page.rate-tables" />
      </Link>
    </>
  );
}

/** The figures of the whole run. */
export function RunFigures({ run }: { run: Run }) {
  const intl = useIntl();
  const { people, communes, lines, total, adjustments, held } = run;
  const counts = { people, communes, lines };
  return (
    <ul className="summary run-figures" aria-label={intl.formatMessage({ id: 'payrolls.figures' })}>
      <li>
        <b>
          <Money amount={total} />
        </b>
        <span>
          <FormattedMessage id="payrolls.total" />
        </span>
      </li>
      {Object.entries({ adjustments, held }).map(([name, amount]) => (
        <li key={name}>
          <b>{amount === 0 ? '—' : <Money amount={amount} signed={name === 'adjustments'} />}</b>
          <span>
            <FormattedMessage id={`payrolls.${name as 'adjustments' | 'held'}`} />
          </span>
        </li>
      ))}
      {Object.entries(counts).map(([name, count]) => (
        <li key={name}>
          <b>{intl.formatNumber(count)}</b>
          <span>
            <FormattedMessage id={`payrolls.counted.${name as keyof typeof counts}`} />
          </span>
        </li>
      ))}
    </ul>
  );
}
