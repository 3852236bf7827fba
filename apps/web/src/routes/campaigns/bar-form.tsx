import { BarReason, barSubject, getScore, listScores } from '@antt/contracts';
import { App, Form, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { newId } from '../../new-id.ts';

type Props = { roundId: string; subjectId: string; onClose: () => void };
type Fields = { why: BarReason; note: string };

/** Takes a subject out of the ranking whatever its points; the reason is shown with it. */
export function BarForm({ roundId, subjectId, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(barSubject, [getScore, listScores]);
  return (
    <ActForm<Fields>
      danger
      title={<FormattedMessage id="campaigns.bar" />}
      submit={<FormattedMessage id="campaigns.bar-done" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) =>
        command.mutate(
          { ...fields, id, roundId, subjectId },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'campaigns.barred' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="campaigns.bar-note" />
      </p>
      <Form.Item
        name="why"
        label={<FormattedMessage id="campaigns.bar-why" />}
        rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
      >
        <Select
          options={BarReason.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `campaigns.bar.${value}` }),
          }))}
        />
      </Form.Item>
      <ReasonItem name="note" label="campaigns.reason" most={1_000} />
    </ActForm>
  );
}
