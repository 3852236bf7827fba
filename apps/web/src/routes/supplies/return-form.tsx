import {
  IssueReturnKind,
  type IssueRow,
  listIssueNeeds,
  listIssues,
  returnThings,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = { kind: IssueReturnKind; quantity: number; on: PlainDate; reason?: string };
type Props = { row: IssueRow; on: PlainDate; onClose: () => void };

/** What was issued comes back, is written off, lost or replaced. */
export function ReturnForm({ row, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const back = useCommand(returnThings, [listIssues, listIssueNeeds]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ reason, ...fields }: Fields) =>
    back.mutate(
      { id, issueId: row.id, ...fields, reason: reason ?? '' },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'membership.recorded' }));
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={`${row.name} – ${row.personName}`}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ kind: 'return', quantity: row.left, on }}
      pending={back.isPending}
      problem={back.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item name="kind" label={<FormattedMessage id="supply.return-kind" />}>
        <Select
          options={IssueReturnKind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `supply.return.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="quantity"
          label={<FormattedMessage id="supply.quantity" />}
          rules={[required]}
        >
          <InputNumber min={1} max={row.left} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="on" label={<FormattedMessage id="supply.return-on" />} rules={[required]}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={<FormattedMessage id="supply.return-reason" />}>
        <Input maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
