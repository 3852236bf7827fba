import type { PlainDate } from '@antt/kernel';
import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../field/day-field.tsx';

export type DecisionFieldsOf = { decision: { number: string; signedOn: PlainDate } };

/** Number and day of a decision, side by side as papers have them. */
export function DecisionFields() {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <div className="field-row">
      <Form.Item
        name={['decision', 'number']}
        label={<FormattedMessage id="decision.number" />}
        rules={[{ ...required, whitespace: true }, { max: 80 }]}
      >
        <Input placeholder="15/QĐ-UBND" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['decision', 'signedOn']}
        label={<FormattedMessage id="decision.signed-on" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </div>
  );
}
