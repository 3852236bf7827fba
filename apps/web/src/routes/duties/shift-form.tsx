import {
  correctShift,
  listDutyOrders,
  listPeople,
  listShifts,
  recordShift,
  type Shift,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Alert, App, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';
import { orderTitle } from './order-title.ts';
import { useNow } from './use-now.ts';
import { clockOf, dayOf, isOver, momentsOf } from './week.rules.ts';

type Fields = {
  personId: string;
  day: PlainDate;
  from: string;
  to: string;
  orderId?: string;
  restDay?: boolean;
  heavy?: boolean;
  note?: string;
  reason?: string;
};

type Props = {
  day: PlainDate;
  /** The entry that is wrong; absent for a new one. */
  wrong?: Shift | undefined;
  onClose: () => void;
};

const places = {
  'person-does-not-serve': 'personId',
  'person-has-one-shift-at-a-time': 'from',
  'shift-lasts-up-to-a-day': 'to',
  'shift-is-not-under-its-order': 'orderId',
} as const;

/** Who was on duty from when to when, or will be; made for a phone at the end of a night. */
function ShiftForm({ day, wrong, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { within } = useArea();
  const now = useNow();
  const [id, setId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('day', form) ?? (wrong ? dayOf(wrong) : day);
  const [from, to] = [Form.useWatch('from', form), Form.useWatch('to', form)];
  const isPlan = Boolean(from && to) && !isOver(momentsOf(chosen, from!, to!), now);
  const record = useCommand(recordShift, [listShifts]);
  const correct = useCommand(correctShift, [listShifts]);
  const members = useAnswer(listPeople, { on: chosen, within, state: 'serving', limit: 1000 });
  const orders = useAnswer(listDutyOrders, { from: chosen, to: chosen, within });
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const people = (members.data?.items ?? []).map(({ id: value, name, team }) => ({
    value,
    label: team ? `${name} – ${team.name}` : name,
  }));
  if (wrong && !people.some(({ value }) => value === wrong.personId)) {
    people.unshift({ value: wrong.personId, label: `${wrong.personName} – ${wrong.teamName}` });
  }
  const told = (text: 'duties.recorded' | 'duties.corrected' | 'duties.planned', name: string) =>
    void message.success(intl.formatMessage({ id: text }, { name }));
  const submit = ({ day: on, from: begin, to: end, personId, reason, ...rest }: Fields) => {
    const entry = { id, personId, ...momentsOf(on, begin, end), ...rest };
    if (wrong) {
      const correction = { ...entry, correctsId: wrong.id, reason: reason?.trim() ?? '' };
      const onSuccess = ({ personName }: Shift) => {
        told('duties.corrected', personName);
        onClose();
      };
      correct.mutate(correction, { onSuccess });
      return;
    }
    record.mutate(entry, {
      onSuccess: ({ personName }) => {
        told(isPlan ? 'duties.planned' : 'duties.recorded', personName);
        // The next one of the same night is mostly another member: all else stays.
        setId(newId());
        form.setFieldValue('personId', undefined);
      },
    });
  };
  return (
    <FormDrawer
      title={<FormattedMessage id={wrong ? 'duties.correct' : 'duties.new'} />}
      submit={<FormattedMessage id={wrong ? 'duties.correct-save' : 'duties.save'} />}
      {...{ form, places, onClose }}
      pending={record.isPending || correct.isPending}
      problem={record.error ?? correct.error}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={wrong ? fieldsOf(wrong) : { day, from: '20:00', to: '23:00' }}
        onFinish={submit}
      >
        {wrong && (
          <p className="faint">
            <FormattedMessage
              id={wrong.state === 'approved' ? 'duties.correct-approved' : 'duties.correct-note'}
            />
          </p>
        )}
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
        {isPlan && (
          <Alert
            type="info"
            showIcon
            className="form-fault"
            title={<FormattedMessage id="duties.plan-note" />}
          />
        )}
        {(orders.data?.items.length ?? 0) > 0 && (
          <Form.Item name="orderId" label={<FormattedMessage id="duties.order" />}>
            <Select
              allowClear
              options={orders.data!.items.map((order) => ({
                value: order.id,
                label: orderTitle(order),
              }))}
            />
          </Form.Item>
        )}
        <div className="shift-marks">
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
        </div>
        <Form.Item name="note" label={<FormattedMessage id="duties.note-field" />}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {wrong && (
          <Form.Item
            name="reason"
            label={<FormattedMessage id="duties.correct-why" />}
            rules={[
              {
                required: true,
                min: 5,
                transform: (text?: string) => text?.trim(),
                message: intl.formatMessage({ id: 'duties.reason-short' }),
              },
            ]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </FormDrawer>
  );
}

function fieldsOf(shift: Shift): Partial<Fields> {
  const { personId, orderId, restDay, heavy, note } = shift;
  const [from, to] = clockOf(shift).split('–') as [string, string];
  const fields = { personId, day: dayOf(shift), from, to, restDay, heavy, note };
  return orderId ? { ...fields, orderId } : fields;
}

export { ShiftForm as default };
