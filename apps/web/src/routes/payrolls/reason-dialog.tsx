import { Button, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = {
  title: ReactNode;
  note: ReactNode;
  submit: ReactNode;
  pending: boolean;
  error?: unknown;
  onSubmit: (reason: string) => void;
  onClose: () => void;
};

const least = 5;

/** Asks why, before something is done that is written down with its reason. */
export function ReasonDialog(props: Props) {
  const { title, note, submit, pending, error, onSubmit, onClose } = props;
  const intl = useIntl();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={pending} onClick={() => form.submit()}>
            {submit}
          </Button>
        </>
      }
    >
      {error !== undefined && error !== null && <ProblemPanel problem={error} />}
      <p>{note}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => onSubmit(reason.trim())}
      >
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
