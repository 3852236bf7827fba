import {
  correctShift,
  DutyKind,
  listDutyOrders,
  listPeople,
  listShifts,
  recordShifts,
  type Shift,
} from '@antt/contracts';
import { type PlainDate, Problem } from '@antt/kernel';
import { Alert, App, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { DayField } from '../../field/day-field.tsx';
import { TimeField, useTimeRule } from '../../field/time-field.tsx';
import { newId } from '../../new-id.ts';
import { orderTitle } from './order-title.ts';
import { ShiftMembers } from './shift-members.tsx';
import { useNow } from './use-now.ts';
import { clockOf, dayOf, isOver, momentsOf } from './week.rules.ts';

type Fields = {
  /** Of a correction one. */
  personIds: string[];
  day: PlainDate;
  from: string;
  to: string;
  kind: DutyKind;
  withPolice?: boolean;
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
  'person-does-not-serve': 'personIds',
  'person-has-one-shift-at-a-time': 'personIds',
  'shift-lasts-up-to-a-day': 'to',
  'shift-is-not-under-its-order': 'orderId',
} as const;

/** Who was on duty from when to when, or will be; made for a phone at the end of a night. */
function ShiftForm({ day, wrong, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { within } = useArea();
  const now = useNow();
  const [id] = useState(newId);
  // Sent again, the shift of a member is the same.
  const [ids] = useState(() => new Map<string, string>());
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('day', form) ?? (wrong ? dayOf(wrong) : day);
  const [from, to] = [Form.useWatch('from', form), Form.useWatch('to', form)];
  const isPlan = Boolean(from && to) && !isOver(momentsOf(chosen, from!, to!), now);
  const record = useCommand(recordShifts, [listShifts]);
  const correct = useCommand(correctShift, [listShifts]);
  const members = useAnswer(listPeople, { on: chosen, within, state: 'serving', limit: 1000 });
  const orders = useAnswer(listDutyOrders, { from: chosen, to: chosen, within });
  const timed = useTimeRule();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  // Of several nobody is recorded where one cannot be: whom it is about.
  const refused =
    record.error instanceof Problem &&
    members.data?.items.find((one) => one.id === (record.error as Problem).body.id);
  const told = (text: 'duties.recorded' | 'duties.corrected' | 'duties.planned', names: string[]) =>
    void message.success(intl.formatMessage({ id: text }, { name: names.join(', ') }));
  const submit = ({ day: on, from: begin, to: end, personIds, reason, ...rest }: Fields) => {
    const entry = { ...momentsOf(on, begin, end), ...rest };
    if (wrong) {
      const correction = {
        ...{ ...entry, id, personId: personIds[0]! },
        ...{ correctsId: wrong.id, reason: reason?.trim() ?? '' },
      };
      const onSuccess = ({ personName }: Shift) => {
        told('duties.corrected', [personName]);
        onClose();
      };
      correct.mutate(correction, { onSuccess });
      return;
    }
    const onSuccess = ({ items }: { items: Shift[] }) => {
      const names = items.map(({ personName }) => personName);
      told(isPlan ? 'duties.planned' : 'duties.recorded', names);
      // The next one of the same night is mostly of others: all else stays.
      ids.clear();
      form.setFieldValue('personIds', []);
    };
    for (const each of personIds) ids.set(each, ids.get(each) ?? newId());
    const sent = personIds.map((personId) => ({ id: ids.get(personId)!, personId }));
    record.mutate({ ...entry, members: sent }, { onSuccess });
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
        initialValues={wrong ? fieldsOf(wrong) : { day, from: '20:00', to: '23:00', kind: 'watch' }}
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
          name="personIds"
          label={<FormattedMessage id={wrong ? 'duties.member' : 'duties.members'} />}
          extra={
            refused && <FormattedMessage id="duties.refused-of" values={{ name: refused.name }} />
          }
          rules={[{ ...required, type: 'array' }]}
        >
          <ShiftMembers
            people={members.data?.items ?? []}
            loading={members.isFetching}
            {...(wrong && { wrong })}
          />
        </Form.Item>
        <Form.Item name="day" label={<FormattedMessage id="duties.day" />} rules={[required]}>
          <DayField allowClear={false} />
        </Form.Item>
        <div className="field-row">
          <Form.Item name="from" label={<FormattedMessage id="duties.from" />} rules={[timed]}>
            <TimeField />
          </Form.Item>
          <Form.Item name="to" label={<FormattedMessage id="duties.to" />} rules={[timed]}>
            <TimeField />
          </Form.Item>
        </div>
        <Form.Item name="kind" label={<FormattedMessage id="duties.kind" />}>
          <Radio.Group
            options={DutyKind.options.map((value) => ({
              value,
              label: <FormattedMessage id={`duties.kind.${value}`} />,
            }))}
          />
        </Form.Item>
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
          <Form.Item name="withPolice" valuePropName="checked" noStyle>
            <Checkbox>
              <FormattedMessage id="duties.with-police" />
            </Checkbox>
          </Form.Item>
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
  const { personId, orderId, kind, withPolice, restDay, heavy, note } = shift;
  const [from, to] = clockOf(shift).split('–') as [string, string];
  const facts = { kind, withPolice, restDay, heavy, note };
  const fields = { personIds: [personId], day: dayOf(shift), from, to, ...facts };
  return orderId ? { ...fields, orderId } : fields;
}

export { ShiftForm as default };
