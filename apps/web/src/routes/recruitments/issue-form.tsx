import type { PlainDate } from '@antt/kernel';
import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { StepForm, type StepProps } from './step-form.tsx';

type Fields = { on: PlainDate; number: string };

/** R2: the committee issues the plan under a number. */
export function IssueForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <StepForm<Fields>
      {...props}
      step="issued"
      form={form}
      dayNote={<FormattedMessage id="recruitments.note.issued" />}
      places={{ 'recruitment-exceeds-vacancies': 'on', 'member-quota-missing': 'on' }}
      actOf={({ on, number }) => ({ step: 'issued', on, number })}
    >
      <Form.Item
        name="number"
        label={<FormattedMessage id="recruitments.field.number" />}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input placeholder="11/KH-UBND" autoComplete="off" maxLength={80} />
      </Form.Item>
    </StepForm>
  );
}
