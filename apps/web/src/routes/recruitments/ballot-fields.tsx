import { AutoComplete, Checkbox, Form, Radio, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';

export type { BallotFieldsOf } from './ballot.rules.ts';

/** How the council voted, who chaired and who wrote; who counted where it was secret (law BR-79). */
export function BallotFields({ names }: { names: readonly string[] }) {
  const intl = useIntl();
  const way = Form.useWatch<string>('way');
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const offered = names.map((value) => ({ value, label: value }));
  const person = (
    name: string | string[],
    field: 'chairing' | 'secretary' | 'head' | 'deputy' | 'counting-secretary',
  ) => (
    <Form.Item
      name={name}
      label={<FormattedMessage id={`recruitments.field.${field}`} />}
      rules={[{ ...required, whitespace: true }, { max: 100 }]}
    >
      <AutoComplete options={offered} showSearch={{ filterOption: true }} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name="way" label={<FormattedMessage id="recruitments.field.way" />}>
        <Radio.Group
          options={(['hands', 'secret'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `recruitments.way.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        {person('chairing', 'chairing')}
        {person('secretary', 'secretary')}
      </div>
      {way === 'secret' && (
        <>
          <Form.Item
            name="stamped"
            valuePropName="checked"
            rules={[
              {
                validator: (_, ticked) =>
                  ticked
                    ? Promise.resolve()
                    : Promise.reject(
                        new Error(intl.formatMessage({ id: 'recruitments.ballot.stamp-due' })),
                      ),
              },
            ]}
          >
            <Checkbox>
              <FormattedMessage id="recruitments.ballot.stamped" />
            </Checkbox>
          </Form.Item>
          <h2>
            <FormattedMessage id="recruitments.field.counting" />
          </h2>
          <div className="field-row">
            {person(['counting', 'head'], 'head')}
            {person(['counting', 'deputy'], 'deputy')}
          </div>
          <Form.Item
            name={['counting', 'members']}
            label={<FormattedMessage id="recruitments.field.counters" />}
            rules={[required]}
          >
            <Select mode="tags" options={offered} maxCount={10} tokenSeparators={[',', ';']} />
          </Form.Item>
          {person(['counting', 'secretary'], 'counting-secretary')}
        </>
      )}
    </>
  );
}
