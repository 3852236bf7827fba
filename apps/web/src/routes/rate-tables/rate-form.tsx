import {
  listPolicies,
  listRateTables,
  type RateTableName,
  rateTables,
  setRate,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MoneyField } from '../../field/money-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { keyName, tableName } from '../policies/value-words.ts';

type Fields = {
  key?: string;
  unitId?: string;
  value: number | string;
  validFrom: PlainDate;
  source: string;
};
type Props = { table: RateTableName; on: PlainDate; onClose: () => void };

/** Sets a value of a table from a day on; the one before it ends there. */
export function RateForm({ table, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => newId());
  const set = useCommand(setRate, [listRateTables, listPolicies]);
  const { keys, measure } = rateTables[table];
  const required = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const send = ({ value, unitId, ...fields }: Fields) =>
    set.mutate(
      { ...fields, id, table, unitId: unitId ?? null, value: String(value) },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'policies.rates.done' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={
        <FormattedMessage id="policies.rates.set-of" values={{ table: tableName(intl, table) }} />
      }
      submit={<FormattedMessage id="policies.rates.set" />}
      form={form}
      places={{ 'rate-key-unknown': 'key', 'rate-has-one-value-a-day': 'validFrom' }}
      pending={set.isPending}
      problem={set.error}
      onClose={onClose}
    >
      <Form<Fields> form={form} layout="vertical" onFinish={send}>
        {keys.length > 0 && (
          <Form.Item
            name="key"
            rules={required}
            label={<FormattedMessage id="policies.rates.column.for" />}
          >
            <Select
              options={keys.map((key: string) => ({
                value: key,
                label: keyName(intl, table, key),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="value"
          rules={required}
          label={<FormattedMessage id={`policies.rates.measure.${measure}`} />}
        >
          {measure === 'vnd' ? (
            <MoneyField controls={false} />
          ) : (
            <InputNumber<string>
              stringMode
              controls={false}
              min="0"
              max="100"
              decimalSeparator=","
              inputMode="decimal"
              suffix="%"
              style={{ width: '100%' }}
            />
          )}
        </Form.Item>
        <Form.Item
          name="validFrom"
          rules={required}
          initialValue={on}
          label={<FormattedMessage id="policies.rates.from" />}
          extra={<FormattedMessage id="policies.rates.from-note" />}
        >
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="policies.rates.unit" />}
          extra={<FormattedMessage id="policies.rates.unit-note" />}
        >
          <UnitField on={on} />
        </Form.Item>
        <Form.Item
          name="source"
          rules={required}
          label={<FormattedMessage id="policies.rates.source" />}
        >
          <Input placeholder={intl.formatMessage({ id: 'policies.rates.source-example' })} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
export { RateForm as default };
