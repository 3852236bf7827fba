import '../../field/field.css';
import {
  checkEquipment,
  Equipment,
  type EquipmentRow,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentShortages,
  withdrawEquipment,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  what: 'check' | 'return' | 'write-off';
  quantity: number;
  condition: EquipmentRow['condition'];
  on: PlainDate;
  reason?: string;
};
type Props = { row: EquipmentRow; on: PlainDate; onClose: () => void };

/** What is done with equipment that is there: found in a condition, taken back, written off. */
function WithdrawForm({ row, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const what = Form.useWatch('what', form) ?? 'check';
  const refreshed = [listEquipment, listEquipmentShortages, listEquipmentNeeds];
  const withdraw = useCommand(withdrawEquipment, refreshed);
  const check = useCommand(checkEquipment, refreshed);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const tooMany = intl.formatMessage({ id: 'equipment.only-left' }, { left: row.left });
  const done = {
    onSuccess: () => {
      void message.success(intl.formatMessage({ id: 'equipment.recorded' }));
      onClose();
    },
  };
  const submit = ({ what: kind, quantity, condition, on: day, reason }: Fields) => {
    if (kind === 'check') check.mutate({ id: row.id, condition, on: day }, done);
    else withdraw.mutate({ id, equipmentId: row.id, kind, quantity, on: day, reason }, done);
  };
  return (
    <FormDrawer
      title={`${row.name} (${row.left} ${row.unit})`}
      submit={<FormattedMessage id="equipment.record" />}
      form={form}
      places={{ 'equipment-not-enough': 'quantity', 'equipment-not-there-yet': 'on' }}
      pending={withdraw.isPending || check.isPending}
      problem={what === 'check' ? check.error : withdraw.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ what: 'check', quantity: 1, condition: row.condition, on }}
        onFinish={submit}
      >
        <Form.Item name="what" label={<FormattedMessage id="equipment.what" />}>
          <Select
            options={(['check', 'return', 'write-off'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `equipment.what.${value}` }),
            }))}
          />
        </Form.Item>
        {what === 'check' ? (
          <Form.Item name="condition" label={<FormattedMessage id="equipment.condition" />}>
            <Select
              options={Equipment.shape.condition.options.map((value) => ({
                value,
                label: intl.formatMessage({ id: `equipment.condition.${value}` }),
              }))}
            />
          </Form.Item>
        ) : (
          <>
            <Form.Item
              name="quantity"
              label={<FormattedMessage id="equipment.quantity" />}
              // The field does not take away what was typed: five of two must not become two.
              rules={[required, { type: 'number', max: row.left, message: tooMany }]}
            >
              <InputNumber min={1} precision={0} inputMode="numeric" />
            </Form.Item>
            <Form.Item name="reason" label={<FormattedMessage id="equipment.reason" />}>
              <Input maxLength={500} />
            </Form.Item>
          </>
        )}
        <Form.Item name="on" label={<FormattedMessage id="equipment.on" />} rules={[required]}>
          <DayField />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { WithdrawForm as default };
