import type { IncidentField, IncidentKind } from '@antt/contracts';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useIntl } from 'react-intl';
import { MoneyField } from '../../field/money-field.tsx';
import { nameIn } from './incident-text.ts';

type Props = { kind: IncidentKind; mayJudge: boolean };

/** What a kind asks beside when and where; what the police judge is asked of the police alone. */
export function IncidentFigures({ kind, mayJudge }: Props) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return kind.fields
    .filter(({ by }) => by === 'team' || mayJudge)
    .map((field) =>
      field.type === 'flag' ? (
        <Form.Item key={field.code} name={['figures', field.code]} valuePropName="checked">
          <Checkbox>{nameIn(intl, field)}</Checkbox>
        </Form.Item>
      ) : (
        <Form.Item
          key={field.code}
          name={['figures', field.code]}
          label={nameIn(intl, field)}
          rules={field.required ? [required] : []}
        >
          {controlOf(field, nameIn.bind(null, intl))}
        </Form.Item>
      ),
    );
}

function controlOf(
  { type, most, options }: IncidentField,
  name: (named: { name: string; nameEn: string }) => string,
) {
  if (type === 'choice') {
    return <Select options={options.map((one) => ({ value: one.code, label: name(one) }))} />;
  }
  if (type === 'money') return <MoneyField />;
  return <InputNumber min={0} max={most!} precision={0} inputMode="numeric" />;
}
