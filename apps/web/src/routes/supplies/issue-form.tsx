import {
  type IssueRule,
  issueThings,
  listIssueNeeds,
  listIssueNorms,
  listIssues,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  personId: string;
  item: string;
  quantity: number;
  number?: string;
  issuedOn: PlainDate;
  note?: string;
  accept?: IssueRule[];
  reason?: string;
};
type Props = { on: PlainDate; personId?: string | undefined; onClose: () => void };

/** Uniform, a tool, a plate or a certificate for a member; the service life follows from the norm. */
export function IssueForm({ on, personId, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const norms = useAnswer(listIssueNorms, { on });
  const issue = useCommand(issueThings, [listIssues, listIssueNeeds]);
  const item = Form.useWatch('item', form);
  const rows = norms.data?.items ?? [];
  const chosen = rows.find((row) => row.item === item);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const groups = (['uniform', 'tool', 'token'] as const).map((category) => ({
    label: intl.formatMessage({ id: `supply.category.${category}` }),
    options: [
      ...new Map(
        rows.filter((row) => row.category === category).map((row) => [row.item, row.name]),
      ),
    ].map(([value, label]) => ({ value, label })),
  }));
  const submit = ({ number, note, accept, reason, ...fields }: Fields) =>
    issue.mutate(
      {
        ...fields,
        id,
        number: chosen?.numbered ? (number?.trim() ?? null) : null,
        note: note ?? '',
        accept: accept ?? [],
        reason: reason?.trim() ?? '',
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'supply.issued' }));
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="supply.issue" />}
      submit={<FormattedMessage id="supply.issue" />}
      form={form}
      initial={{ personId, quantity: 1, issuedOn: on }}
      pending={issue.isPending}
      problem={issue.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        hidden={personId !== undefined}
        label={<FormattedMessage id="membership.member" />}
        rules={[required]}
      >
        <MemberField on={on} />
      </Form.Item>
      <Form.Item
        name="item"
        label={<FormattedMessage id="supply.item" />}
        extra={chosen && <FormattedMessage id="supply.source" values={{ source: chosen.source }} />}
        rules={[required]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={norms.isFetching}
          options={groups}
        />
      </Form.Item>
      <div className="field-row">
        {chosen?.numbered ? (
          <Form.Item
            name="number"
            label={<FormattedMessage id="supply.number" />}
            rules={[required]}
          >
            <Input maxLength={80} />
          </Form.Item>
        ) : (
          <Form.Item
            name="quantity"
            label={<FormattedMessage id="supply.quantity" />}
            rules={[required]}
          >
            <InputNumber min={1} max={100} precision={0} inputMode="numeric" />
          </Form.Item>
        )}
        <Form.Item
          name="issuedOn"
          label={<FormattedMessage id="supply.issued-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="note" label={<FormattedMessage id="supply.note" />}>
        <Input maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
