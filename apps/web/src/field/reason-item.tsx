import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';

type Props = {
  label: MessageId;
  note?: MessageId;
  name?: string;
  /** Characters that the command takes. */
  most?: number;
};

/** Why something is done; it is kept. The field is called `why`: `reason` is that of broken rules. */
export function ReasonItem({ label, note, name = 'why', most = 500 }: Props) {
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
          max: most,
          transform: (text?: string) => text?.trim(),
          message: intl.formatMessage({ id: 'field.reason-short' }, { most }),
        },
      ]}
    >
      <Input.TextArea rows={3} maxLength={most} />
    </Form.Item>
  );
}
