import '../../field/field.css';
import {
  issueEquipment,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentNorms,
  listEquipmentShortages,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';

type Fields = { item: string; quantity: number; receivedOn: PlainDate; note?: string };
type Props = { teamId: string; on: PlainDate; onClose: () => void };

/** Issues furniture or a device to a team; its service life follows from the norm. */
function IssueForm({ teamId, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const norms = useAnswer(listEquipmentNorms, { on });
  const issue = useCommand(issueEquipment, [
    listEquipment,
    listEquipmentShortages,
    listEquipmentNeeds,
  ]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const items = new Map((norms.data?.items ?? []).map(({ item, name }) => [item, name]));
  const source = norms.data?.items[0]?.source;
  const submit = (fields: Fields) =>
    issue.mutate(
      { id, teamId, ...fields },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'equipment.issued' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={480}
      title={<FormattedMessage id="equipment.issue" />}
      onClose={onClose}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={issue.isPending} onClick={() => form.submit()}>
            <FormattedMessage id="equipment.issue" />
          </Button>
        </div>
      }
    >
      {issue.isError && <ProblemPanel problem={issue.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ receivedOn: on, quantity: 1 }}
        onFinish={submit}
      >
        <Form.Item
          name="item"
          label={<FormattedMessage id="equipment.item" />}
          extra={source && <FormattedMessage id="equipment.source" values={{ source }} />}
          rules={[required]}
        >
          <Select
            loading={norms.isFetching}
            options={[...items].map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="quantity"
            label={<FormattedMessage id="equipment.quantity" />}
            rules={[required]}
          >
            <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
          </Form.Item>
          <Form.Item
            name="receivedOn"
            label={<FormattedMessage id="equipment.received" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="note" label={<FormattedMessage id="equipment.note" />}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { IssueForm as default };
