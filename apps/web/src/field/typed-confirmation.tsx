import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';

/** For what cannot be undone: a form is sent only when this was typed. */
export function TypedConfirmation({ what }: { what: string }) {
  const intl = useIntl();
  return (
    <Form.Item
      name="typed"
      label={<FormattedMessage id="field.type-to-confirm" values={{ what }} />}
      rules={[
        {
          validator: (_rule, typed: string | undefined) =>
            typed?.trim() === what
              ? Promise.resolve()
              : Promise.reject(
                  new Error(intl.formatMessage({ id: 'field.typed-differs' }, { what })),
                ),
        },
      ]}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
}
