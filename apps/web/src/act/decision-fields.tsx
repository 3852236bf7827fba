import type { PlainDate } from '@antt/kernel';
import { Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../field/day-field.tsx';

export type DecisionFieldsOf = { decision: { number: string; signedOn: PlainDate } };

/** Number and day of a decision, side by side as papers have them. */
export function DecisionFields({ optional = false }: { optional?: boolean }) {
  const intl = useIntl();
  const required = { required: !optional, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <div className="field-row">
      <Form.Item
        name={['decision', 'number']}
        label={<FormattedMessage id="membership.decision-number" />}
        rules={[required, { max: 80 }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name={['decision', 'signedOn']}
        label={<FormattedMessage id="membership.decision-day" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </div>
  );
}
