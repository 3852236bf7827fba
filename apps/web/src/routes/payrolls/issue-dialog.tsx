import type { PayrollCheck, PayrollFinding } from '@antt/contracts';
import { Button, Form, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { BrokenRules } from '../../act/broken-rules.tsx';
import { findingRules } from './finding-list.tsx';

type Answer = { accept: PayrollCheck[]; reason: string };
type Props = {
  findings: readonly PayrollFinding[];
  count: number;
  pending: boolean;
  onSubmit: (answer: Answer) => void;
  onClose: () => void;
};

/** What was found as a batch was to be issued: it is accepted with a reason, or mended first. */
export function IssueDialog({ findings, count, pending, onSubmit, onClose }: Props) {
  const intl = useIntl();
  const [form] = Form.useForm<Answer>();
  return (
    <Modal
      open
      title={<FormattedMessage id="payrolls.issue" values={{ count }} />}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={pending} onClick={() => form.submit()}>
            <FormattedMessage id="payrolls.issue" values={{ count }} />
          </Button>
        </>
      }
    >
      <Form<Answer> form={form} layout="vertical" requiredMark={false} onFinish={onSubmit}>
        <BrokenRules
          rules={findingRules(intl, findings, { named: true })}
          refused="payrolls.refused"
          toAccept="payrolls.to-accept-issue"
        />
      </Form>
    </Modal>
  );
}
