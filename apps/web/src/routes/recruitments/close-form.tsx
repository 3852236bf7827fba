import type { PlainDate } from '@antt/kernel';
import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { StepForm, type StepProps } from './step-form.tsx';

type Fields = { on: PlainDate; reason: string };

/** A plan that nobody with a complete file came for ends, and why. */
export function CloseForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  return (
    <StepForm<Fields>
      {...props}
      step="closed"
      form={form}
      dayNote={<FormattedMessage id="recruitments.note.closed" />}
      actOf={({ on, reason }) => ({ step: 'closed', on, reason })}
    >
      <Form.Item
        name="reason"
        label={<FormattedMessage id="recruitments.field.reason" />}
        rules={[
          {
            required: true,
            whitespace: true,
            message: intl.formatMessage({ id: 'field.required' }),
          },
        ]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </StepForm>
  );
}
