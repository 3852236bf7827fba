import { today } from '@antt/kernel';
import { Form, Input, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';

/** What the health certificate says; it lies encrypted (law BR-30, BR-31). */
export function HealthFields() {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <>
      <div className="field-row">
        <Form.Item
          name={['health', 'issuedOn']}
          label={<FormattedMessage id="recruitments.health.issued-on" />}
          rules={[required]}
        >
          <DayField after={today()} />
        </Form.Item>
        <Form.Item
          name={['health', 'facility']}
          label={<FormattedMessage id="recruitments.health.facility" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item
        name={['health', 'fit']}
        label={<FormattedMessage id="recruitments.health.fit" />}
        rules={[required]}
      >
        <Radio.Group
          options={[
            { value: true, label: intl.formatMessage({ id: 'recruitments.health.fit.yes' }) },
            { value: false, label: intl.formatMessage({ id: 'recruitments.health.fit.no' }) },
          ]}
        />
      </Form.Item>
    </>
  );
}
