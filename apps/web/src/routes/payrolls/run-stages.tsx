import { CheckOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import { stagesOf, takenBack } from './payroll.rules.ts';
import type { Run } from './use-run.ts';

/** How far the run has come, who led it there and when. */
export function RunStages({ run }: { run: Run }) {
  const intl = useIntl();
  return (
    <ol className="run-stages" aria-label={intl.formatMessage({ id: 'payrolls.stages' })}>
      {stagesOf(run).map(({ state, reached, current, by, at }, n) => (
        <li
          key={state}
          data-reached={reached || undefined}
          aria-current={current ? 'step' : undefined}
        >
          <i aria-hidden>{reached ? <CheckOutlined /> : n + 1}</i>
          <span>
            <b>
              <FormattedMessage id={`payrolls.stage.${state}`} />
            </b>
            <small>
              {reached ? (
                [by, formatMoment(at)].filter(Boolean).join(' · ')
              ) : (
                <FormattedMessage id="payrolls.stage.not-yet" />
              )}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Why the run is not where it was. */
export function TakenBack({ run }: { run: Run }) {
  const act = takenBack(run);
  if (!act) return null;
  return (
    <Alert
      showIcon
      type={act.step === 'reverse' ? 'error' : 'warning'}
      title={
        <FormattedMessage
          id={act.step === 'reverse' ? 'payrolls.was-reversed' : 'payrolls.was-returned'}
          values={{ by: act.by, at: formatMoment(act.at) }}
        />
      }
      description={act.reason}
    />
  );
}

/** Every step that somebody took, latest first. */
export function RunActs({ run: { acts } }: { run: Run }) {
  if (acts.length === 0) return null;
  return (
    <details className="run-acts">
      <summary>
        <FormattedMessage id="payrolls.acts" values={{ count: acts.length }} />
      </summary>
      <ul>
        {acts.toReversed().map(({ step, by, at, reason }) => (
          <li key={`${step} ${at}`}>
            <span className="tabular">{formatMoment(at)}</span>
            <span>
              <b>
                <FormattedMessage id={`payrolls.step.${step}`} />
              </b>
              {' · '}
              {by}
              {reason && <small>{reason}</small>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
