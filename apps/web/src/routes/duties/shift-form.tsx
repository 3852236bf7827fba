import '../../field/field.css';
import { listDutyOrders, listPeople, listShifts, recordShift } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Checkbox, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { momentsOf } from './week.rules.ts';

type Fields = {
  personId: string;
  day: PlainDate;
  from: string;
  to: string;
  orderId?: string;
  restDay?: boolean;
  heavy?: boolean;
  note?: string;
};

type Props = { day: PlainDate; onClose: () => void };

/** Who was on duty from when to when; made for a phone at the end of a night. */
export function ShiftForm({ day, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { within } = useArea();
  const [id, setId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('day', form) ?? day;
  const record = useCommand(recordShift, [listShifts]);
  const members = useAnswer(listPeople, {
    on: chosen,
    within,
    state: 'serving',
    limit: 1000,
  });
  const orders = useAnswer(listDutyOrders, { from: chosen, to: chosen, within });
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const people = (members.data?.items ?? []).map(({ id: value, name, team }) => ({
    value,
    label: team ? `${name} – ${team.name}` : name,
  }));
  const submit = ({ day: on, from, to, personId, ...rest }: Fields) =>
    record.mutate(
      { id, personId, ...momentsOf(on, from, to), ...rest },
      {
        onSuccess: ({ personName }) => {
          void message.success(intl.formatMessage({ id: 'duties.recorded' }, { name: personName }));
          // The next one of the same night is mostly another member: all else stays.
          setId(newId());
          form.setFieldValue('personId', undefined);
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={<FormattedMessage id="duties.new" />}
      onClose={onClose}
      footer={
        <Button type="primary" block loading={record.isPending} onClick={() => form.submit()}>
          <FormattedMessage id="duties.save" />
        </Button>
      }
    >
      {record.isError && <ProblemPanel problem={record.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day, from: '20:00', to: '23:00' }}
        onFinish={submit}
      >
        <Form.Item
          name="personId"
          label={<FormattedMessage id="duties.member" />}
          rules={[required]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={members.isFetching}
            options={people}
          />
        </Form.Item>
        <Form.Item name="day" label={<FormattedMessage id="duties.day" />} rules={[required]}>
          <DayField allowClear={false} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="from" label={<FormattedMessage id="duties.from" />} rules={[required]}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="to" label={<FormattedMessage id="duties.to" />} rules={[required]}>
            <Input type="time" />
          </Form.Item>
        </div>
        {(orders.data?.items.length ?? 0) > 0 && (
          <Form.Item name="orderId" label={<FormattedMessage id="duties.order" />}>
            <Select
              allowClear
              options={orders.data!.items.map(({ id: value, number, place }) => ({
                value,
                label: [number, place].filter(Boolean).join(' – '),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="restDay" valuePropName="checked" noStyle>
          <Checkbox>
            <FormattedMessage id="duties.rest-day" />
          </Checkbox>
        </Form.Item>
        <Form.Item name="heavy" valuePropName="checked" noStyle>
          <Checkbox>
            <FormattedMessage id="duties.heavy" />
          </Checkbox>
        </Form.Item>
        <Form.Item name="note" label={<FormattedMessage id="duties.note-field" />}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
