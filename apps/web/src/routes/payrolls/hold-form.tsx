import {
  getPayroll,
  holdPay,
  listPayrollLines,
  listPayrolls,
  type PayrollLine,
  releasePay,
} from '@antt/contracts';
import { App, Button, Form, Input, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatMonth } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { ownerOf } from './line-columns.tsx';
import { moneyText } from './money.tsx';
import type { Run } from './use-run.ts';

type Props = { run: Run; line: PayrollLine; onClose: () => void };
const least = 5;

/** Holds back all that a person is to be paid in the run, or releases it, with the reason. */
export function HoldForm({ run, line, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const old = [getPayroll, listPayrolls, listPayrollLines];
  const hold = useCommand(holdPay, old);
  const release = useCommand(releasePay, old);
  const act = line.held ? release : hold;
  const verb = line.held ? 'release' : 'hold';
  const values = { name: ownerOf(line), month: formatMonth(run.month) };
  const send = ({ reason }: { reason: string }) =>
    act.mutate(
      { id: run.id, personId: line.personId!, reason },
      {
        onSuccess: ({ amount }) => {
          const told = { ...values, amount: moneyText(intl, amount) };
          void message.success(intl.formatMessage({ id: `payrolls.${verb}-done` }, told));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={<FormattedMessage id={`payrolls.${verb}-title`} values={values} />}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={act.isPending} onClick={() => form.submit()}>
            <FormattedMessage id={`payrolls.${verb}`} />
          </Button>
        </>
      }
    >
      {act.isError && <ProblemPanel problem={act.error} />}
      <p>
        <FormattedMessage id={`payrolls.${verb}-note`} values={values} />
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
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
      </Form>
    </Modal>
  );
}
