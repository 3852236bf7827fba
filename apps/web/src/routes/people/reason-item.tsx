import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';

type Props = { label: MessageId; note?: MessageId; name?: string };

/** Why something is done to a record; it is kept. The field is called `why`: `reason` is that of broken rules. */
export function ReasonItem({ label, note, name = 'why' }: Props) {
  const intl = useIntl();
  return (
    <Form.Item
      name={name}
      label={<FormattedMessage id={label} />}
      extra={note && <FormattedMessage id={note} />}
      rules={[
        { required: true, message: intl.formatMessage({ id: 'field.required' }) },
        {
          min: 5,
          max: 500,
          transform: (text?: string) => text?.trim(),
          message: intl.formatMessage({ id: 'records.reason-short' }),
        },
      ]}
    >
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}
