import { Button, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';

/** The rounds of a campaign, one below the other; a campaign has one at least. */
export function RoundFields() {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <Form.List name="rounds">
      {(rounds, { add, remove }) => (
        <>
          {rounds.map(({ key, name }) => (
            <fieldset key={key} className="mark">
              <legend>
                <FormattedMessage id="campaigns.round-number" values={{ number: name + 1 }} />
              </legend>
              <Form.Item
                name={[name, 'name']}
                label={<FormattedMessage id="campaigns.round-name" />}
                rules={[required]}
              >
                <Input maxLength={300} />
              </Form.Item>
              <Form.Item
                name={[name, 'theme']}
                label={<FormattedMessage id="campaigns.round-theme" />}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item
                name={[name, 'from']}
                label={<FormattedMessage id="campaigns.round-from" />}
              >
                <DayField />
              </Form.Item>
              <Form.Item
                name={[name, 'to']}
                label={<FormattedMessage id="campaigns.to" />}
                rules={[required]}
              >
                <DayField />
              </Form.Item>
              {rounds.length > 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  <FormattedMessage id="campaigns.remove-round" />
                </Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({})}>
            <FormattedMessage id="campaigns.add-round" />
          </Button>
        </>
      )}
    </Form.List>
  );
}
