import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import type { MessageId } from '../../i18n/message.ts';

type Words = { words: string };
type Props = {
  act: MessageId;
  label: MessageId;
  about: ReactNode;
  pending: boolean;
  problem: unknown;
  onFinish: (words: string) => void;
  onClose: () => void;
};

/** Asks for one thing in words: what is in the way, or how it was solved. */
export function WordsForm({ act, label, about, pending, problem, onFinish, onClose }: Props) {
  const intl = useIntl();
  const [form] = Form.useForm<Words>();
  return (
    <ActForm<Words>
      title={<FormattedMessage id={act} />}
      submit={<FormattedMessage id={act} />}
      {...{ form, initial: {}, pending, problem, onClose }}
      onFinish={({ words }) => onFinish(words.trim())}
    >
      <p className="faint">{about}</p>
      <Form.Item
        name="words"
        label={<FormattedMessage id={label} />}
        rules={[
          { required: true, message: intl.formatMessage({ id: 'field.required' }) },
          {
            min: 5,
            max: 2_000,
            transform: (text?: string) => text?.trim(),
            message: intl.formatMessage({ id: 'reports.obstacle-short' }),
          },
        ]}
      >
        <Input.TextArea rows={5} maxLength={2_000} />
      </Form.Item>
    </ActForm>
  );
}
