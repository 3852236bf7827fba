import { FileWordOutlined } from '@ant-design/icons';
import {
  explainLine,
  holdable,
  type PayrollLine,
  releasable,
  statesApproved,
} from '@antt/contracts';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { useAnswer } from '../../answer.ts';
import { download } from '../../api.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { HoldForm } from './hold-form.tsx';
import { adjustmentText, HeldTag, ownerOf } from './line-columns.tsx';
import { LineChain } from './line-chain.tsx';
import { differenceText, Money, moneyText } from './money.tsx';
import { IllustrativeTag } from './payroll-state.tsx';
import type { Run } from './use-run.ts';

type Props = { run: Run; line: PayrollLine; onClose: () => void };

/** How one amount comes about, from the amount to the article it rests on. */
export function LinePanel({ run, line, onClose }: Props) {
  const intl = useIntl();
  const mayWrite = useMay('payroll.write');
  const [holding, setHolding] = useState(false);
  const why = useAnswer(explainLine, { id: line.id });
  const { busy, attempt } = useAttempt();
  const approved = statesApproved.includes(run.state);
  const isHeld = line.aside === 'held';
  // What goes to the insurance or is billed is not held with what somebody is paid.
  const open = isHeld
    ? releasable.includes(run.state)
    : line.aside === null && holdable.includes(run.state);
  const slip = () =>
    void attempt(() => download(`/api/payrolls/${run.id}/payslips.docx?personId=${line.personId}`));
  const adjusts = line.kind === 'adjustment';
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={
        <span className="panel-title">
          {ownerOf(line)} {isHeld && <HeldTag />}
          <small>{line.label}</small>
        </span>
      }
      footer={
        line.personId &&
        (approved || (mayWrite && open)) && (
          <div className="drawer-actions">
            {approved && (
              <Button icon={<FileWordOutlined aria-hidden />} loading={busy} onClick={slip}>
                <FormattedMessage id="payrolls.payslip" />
              </Button>
            )}
            {mayWrite && open && (
              <Button onClick={() => setHolding(true)}>
                <FormattedMessage id={isHeld ? 'payrolls.release' : 'payrolls.hold'} />
              </Button>
            )}
          </div>
        )
      }
    >
      <p className="line-amount">
        <b>{adjusts ? differenceText(intl, line.amount) : moneyText(intl, line.amount)}</b>
        {run.illustrative && <IllustrativeTag />}
      </p>
      {adjusts && <p className="faint">{adjustmentText(intl, line)}</p>}
      {why.isError && <ProblemPanel problem={why.error} onRetry={() => void why.refetch()} />}
      {why.isPending && <PageSkeleton />}
      {why.data && (
        <>
          {why.data.before !== null && why.data.after !== null && (
            <dl className="facts">
              <div>
                <dt>
                  <FormattedMessage id="payrolls.paid-before" />
                </dt>
                <dd>
                  <Money amount={why.data.before} />
                </dd>
              </div>
              <div>
                <dt>
                  <FormattedMessage id="payrolls.right-now" />
                </dt>
                <dd>
                  <Money amount={why.data.after} />
                </dd>
              </div>
            </dl>
          )}
          <LineChain explanation={why.data} />
        </>
      )}
      {holding && <HoldForm run={run} line={line} onClose={() => setHolding(false)} />}
    </Drawer>
  );
}

// React.lazy takes a default export.
export { LinePanel as default };
