import './payrolls.css';
import type { Payroll, PayrollState } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';

const stages: Record<PayrollState, 'open' | 'done' | 'gone'> = {
  draft: 'open',
  calculated: 'open',
  submitted: 'open',
  approved: 'done',
  paid: 'done',
  closed: 'done',
  reversed: 'gone',
};

/** Where a run stands; one that could not be calculated says so. */
export function StateTag({ payroll: { state, failure } }: { payroll: Payroll }) {
  const failed = state === 'draft' && failure !== null;
  return (
    <Tag className="pay-tag" data-stage={failed ? 'wrong' : stages[state]}>
      <FormattedMessage id={failed ? 'payrolls.state.failed' : `payrolls.state.${state}`} />
    </Tag>
  );
}

/** What comes of an illustrative policy is no real money, wherever it is shown. */
export function IllustrativeTag() {
  return (
    <Tag className="pay-tag" data-stage="due">
      <FormattedMessage id="payrolls.illustrative" />
    </Tag>
  );
}

/** State, and what is to be known before the figures are believed. */
export function RunTags({ payroll }: { payroll: Payroll }) {
  return (
    <span className="pay-tags">
      <StateTag payroll={payroll} />
      {payroll.illustrative && <IllustrativeTag />}
      {payroll.outdated && (
        <Tag className="pay-tag" data-stage="due">
          <FormattedMessage id="payrolls.outdated" />
        </Tag>
      )}
    </span>
  );
}
