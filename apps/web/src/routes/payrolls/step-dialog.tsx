import '../../field/field.css';
import {
  checkPayroll,
  getPayroll,
  listPayrolls,
  listPayrollVariance,
  type PayrollCheck,
  type PayrollStep,
  statesPaid,
  stepPayroll,
  stepsWithReason,
} from '@antt/contracts';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { BrokenRules } from '../../act/broken-rules.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatMonth } from '../../day.ts';
import { TypedConfirmation } from '../../field/typed-confirmation.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { textOfCode } from '../../i18n/problem-text.ts';
import { unitName } from '../../unit-name.ts';
import { findingRules } from './finding-list.tsx';
import { useMoneyOut } from './money-out.ts';
import { Money } from './money.tsx';
import { IllustrativeTag } from './payroll-state.tsx';
import { refusedFindings } from './refused-findings.ts';
import type { Run } from './use-run.ts';

type Fields = { reason?: string; accept?: PayrollCheck[]; typed?: string };
type Props = { run: Run; step: PayrollStep; onClose: () => void };

/** What the service asks of a reason. */
const least = 5;

/** Says what a step does, asks for what it needs, and takes it. */
export function StepDialog({ run, step, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const take = useCommand(stepPayroll, [
    ...[getPayroll, listPayrolls, checkPayroll, listPayrollVariance],
  ]);
  // Who approves answers for money that does not last, who submits for all that is found.
  const answering = step === 'submit' || step === 'approve';
  const check = useAnswer(checkPayroll, { id: run.id }, { enabled: answering, staleTime: 0 });
  const before = (check.data?.findings ?? []).filter(
    (one) => step === 'submit' || isAboutMoney(one.check),
  );
  // Approval looks at the accounts of its own day: what it found is answered for here as well.
  const news = refusedFindings(take.error).filter(
    (one) => !before.some((known) => known.check === one.check),
  );
  const findings = [...before, ...news];
  const blocked = findings.some(({ severity }) => severity === 'hard');
  const { needsReason, typed } = needs(run, step);
  const out = useMoneyOut(run, step);
  const send = ({ reason, accept = [] }: Fields) =>
    take.mutate(
      { id: run.id, step, accept, ...(reason === undefined ? {} : { reason }) },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: `payrolls.step-done.${step}` }));
          onClose();
        },
        onError: () => void (answering && check.refetch()),
      },
    );
  return (
    <Modal
      open
      title={<FormattedMessage id={`payrolls.step-title.${step}`} />}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button
            type="primary"
            danger={step === 'reverse'}
            loading={take.isPending}
            disabled={out !== null || (answering && (!check.data || blocked))}
            onClick={() => form.submit()}
          >
            <FormattedMessage id={`payrolls.step.${step}`} />
          </Button>
        </>
      }
    >
      <div className="step-dialog">
        {take.isError && <ProblemPanel problem={take.error} />}
        {check.isError && (
          <ProblemPanel problem={check.error} onRetry={() => void check.refetch()} />
        )}
        <p>
          <b>
            {formatMonth(run.month)} · {unitName(run.unit)}
          </b>
          {run.state !== 'draft' && (
            <>
              {': '}
              <FormattedMessage id="payrolls.people-count" values={{ count: run.people }} />
              {', '}
              <Money amount={run.total} />
            </>
          )}{' '}
          {run.illustrative && <IllustrativeTag />}
        </p>
        <p>
          <FormattedMessage id={`payrolls.step-note.${step}`} />
        </p>
        {out && (
          <Alert
            type="warning"
            showIcon
            title={textOfCode(intl, 'payroll-money-is-out', { step, ...out })}
          />
        )}
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
          {answering && check.isPending && <PageSkeleton />}
          {answering && (
            <BrokenRules
              rules={findingRules(intl, findings, { named: step === 'approve' })}
              refused={step === 'submit' ? 'payrolls.refused' : 'payrolls.refused-approve'}
              toAccept={step === 'submit' ? 'payrolls.to-accept' : 'payrolls.to-accept-approve'}
            />
          )}
          {needsReason && (
            <Form.Item
              name="reason"
              label={<FormattedMessage id="payrolls.reason" />}
              rules={[
                {
                  ...{ required: true, whitespace: true, min: least, max: 500 },
                  message: intl.formatMessage({ id: 'payrolls.reason-due' }, { least }),
                },
              ]}
            >
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
          )}
          {typed && <TypedConfirmation what={formatMonth(run.month)} />}
        </Form>
      </div>
    </Modal>
  );
}

const isAboutMoney = (check: PayrollCheck) => check === 'funds-short' || check === 'funds-missing';

/** Back needs a reason; what cannot be undone, or takes back what was paid, is typed. */
export function needs({ state }: Pick<Run, 'state'>, step: PayrollStep) {
  return {
    needsReason: stepsWithReason.includes(step),
    typed: step === 'close' || (step === 'reverse' && statesPaid.includes(state)),
  };
}

// React.lazy takes a default export.
export { StepDialog as default };
