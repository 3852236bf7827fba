import '../teams/teams.css';
import { listSettings, type Setting, setParameter } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { useTags } from '../units/tag-text.ts';
import { GroupsField } from './groups-field.tsx';
import type { Parameter } from './settings-page.tsx';
import { choicesOf, severalOf, texts } from './value-choice.ts';

type Fields = {
  unitId: string;
  value: Setting['value'];
  validFrom: PlainDate;
  source: string;
};

/** What is refused, at its field. */
const places: ProblemPlaces = {
  'setting-value-invalid': 'value',
  'setting-has-one-value-a-day': 'validFrom',
  'setting-not-of-level': 'unitId',
  'outside-area': 'unitId',
};

type Props = { parameter: Parameter; on: PlainDate; onClose: () => void };

/** Sets a parameter for a unit and all below it from a day on; the former value ends there. */
function SettingForm({ parameter: { code, value }, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { tags } = useTags();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('validFrom', form) ?? on;
  const set = useCommand(setParameter, [listSettings]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = (fields: Fields) =>
    set.mutate(
      { id, code, ...fields, source: fields.source.trim() },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'settings.set-done' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id={`settings.name.${code}`} />}
      submit={<FormattedMessage id="settings.set" />}
      form={form}
      places={places}
      pending={set.isPending}
      problem={set.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ validFrom: on, value }}
        onFinish={submit}
      >
        <p className="faint">
          <FormattedMessage id={`settings.about.${code}`} />
        </p>
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="settings.column.unit" />}
          extra={<FormattedMessage id="settings.unit-note" />}
          rules={[required]}
        >
          <UnitField on={from} levels={['province', 'district', 'commune']} />
        </Form.Item>
        <Form.Item
          name="value"
          label={<FormattedMessage id="settings.column.value" />}
          rules={[required]}
        >
          {typeof value === 'number' ? (
            <InputNumber min={0} precision={0} inputMode="numeric" />
          ) : typeof value === 'boolean' ? (
            <Select
              options={[true, false].map((choice) => ({
                value: choice,
                label: intl.formatMessage({ id: `settings.value.${choice}` }),
              }))}
            />
          ) : code in choicesOf ? (
            <Select
              options={choicesOf[code as keyof typeof choicesOf].map((choice) => ({
                value: choice,
                label: intl.formatMessage({ id: `settings.value.${choice}` }),
              }))}
            />
          ) : code === 'budget-groups' ? (
            <GroupsField />
          ) : code in severalOf ? (
            <Select
              mode="multiple"
              options={severalOf[code as keyof typeof severalOf].map((choice) => ({
                value: choice,
                label: intl.formatMessage({ id: `settings.value.${choice}` }),
              }))}
            />
          ) : texts.includes(code) ? (
            <Input maxLength={120} />
          ) : typeof value === 'string' ? (
            <DayField />
          ) : (
            <Select
              mode="multiple"
              options={tags
                .filter(({ levels }) => levels.includes('commune'))
                .map(({ code: tag, called }) => ({ value: tag, label: called }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          )}
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="settings.valid-from" />}
          extra={<FormattedMessage id="settings.valid-from-note" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="source"
          label={<FormattedMessage id="settings.column.source" />}
          rules={[{ ...required, whitespace: true }, { max: 300 }]}
        >
          <Input placeholder={intl.formatMessage({ id: 'settings.source-example' })} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { SettingForm as default };
