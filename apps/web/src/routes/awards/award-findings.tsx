import type { AwardFinding } from '@antt/contracts';
import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { findingIn } from './award-text.ts';

/** What results of units say against it, what bars it first; nothing where nothing does. */
export function AwardFindings({ findings }: { findings: readonly AwardFinding[] }) {
  const intl = useIntl();
  if (findings.length === 0) return null;
  const isBarred = findings.some(({ severity }) => severity === 'block');
  const [{ citation }] = findings as [AwardFinding];
  return (
    <Alert
      className="form-fault"
      type={isBarred ? 'error' : 'warning'}
      showIcon
      title={<FormattedMessage id={isBarred ? 'awards.barred' : 'awards.warned'} />}
      description={
        <>
          <ul className="award-findings">
            {findings.map((one) => (
              <li key={one.unitId + one.finding}>{findingIn(intl, one)}</li>
            ))}
          </ul>
          <small className="faint">
            <FormattedMessage id="awards.by-text" values={{ citation }} />
          </small>
        </>
      }
    />
  );
}
