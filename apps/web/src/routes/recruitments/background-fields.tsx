import type { Background } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Checkbox, Form, Input, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { measures } from './candidate.rules.ts';

/** The check of Law 30/2023/QH15 Art. 13.2; it lies encrypted (law BR-29, BR-31). */
export function BackgroundFields() {
  const intl = useIntl();
  const former = Form.useWatch<Background['formerRecord']>(['background', 'formerRecord']);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <>
      <Form.Item
        name={['background', 'checkedOn']}
        label={<FormattedMessage id="recruitments.background.checked-on" />}
        initialValue={today()}
        rules={[required]}
      >
        <DayField after={today()} />
      </Form.Item>
      <Form.Item
        name={['background', 'positive']}
        label={<FormattedMessage id="recruitments.background.positive" />}
        rules={[required]}
      >
        <Radio.Group
          options={[true, false].map((value) => ({
            value,
            label: intl.formatMessage({
              id: value
                ? 'recruitments.background.positive.yes'
                : 'recruitments.background.positive.no',
            }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['background', 'measures']}
        label={<FormattedMessage id="recruitments.background.measures" />}
      >
        <Checkbox.Group
          className="upright"
          options={measures.map((value) => ({
            value,
            label: intl.formatMessage({ id: `recruitments.background.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['background', 'formerRecord']}
        label={<FormattedMessage id="recruitments.background.former" />}
        initialValue="none"
        rules={[required]}
      >
        <Radio.Group
          className="upright"
          options={(['none', 'expunged', 'not-expunged'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `recruitments.background.former.${value}` }),
          }))}
        />
      </Form.Item>
      {former === 'expunged' && (
        <Form.Item
          name={['background', 'expungedBy']}
          label={<FormattedMessage id="recruitments.background.expunged-by" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
