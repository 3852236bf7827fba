import {
  checkAward,
  getAward,
  listUnitStandings,
  MovementClass,
  recordUnitStanding,
  SafetyResult,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Fields = {
  unitId: string;
  year: number;
  movementClass?: MovementClass;
  classNumber?: string;
  classOn?: PlainDate;
  safety?: SafetyResult;
  safetyNumber?: string;
  safetyOn?: PlainDate;
  source: string;
};

/** Class and safety of a unit for a year, each with its decision; either may come alone. */
function StandingForm({ year, onClose }: { year: number; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const within = useOwnArea();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(recordUnitStanding, [listUnitStandings, checkAward, getAward]);
  const [hasClass, hasSafety] = [
    Form.useWatch('movementClass', form) !== undefined,
    Form.useWatch('safety', form) !== undefined,
  ];
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const paper = (number: 'classNumber' | 'safetyNumber', on: 'classOn' | 'safetyOn') => (
    <div className="field-row">
      <Form.Item
        name={number}
        label={<FormattedMessage id="awards.document-number" />}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input maxLength={100} placeholder="45/QĐ-UBND" autoComplete="off" />
      </Form.Item>
      <Form.Item name={on} label={<FormattedMessage id="awards.document-on" />} rules={[required]}>
        <DayField allowClear={false} after={today()} />
      </Form.Item>
    </div>
  );
  const optionsOf = (values: readonly (MovementClass | SafetyResult)[]) =>
    values.map((value) => ({ value, label: intl.formatMessage({ id: `awards.class.${value}` }) }));
  const last = Number(today().slice(0, 4)) + 1;
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="awards.add.standings" />}
      submit={<FormattedMessage id="awards.save" />}
      {...{ form, onClose, initial: { year } }}
      places={{ 'unit-standing-of-ones-own': 'unitId', 'unit-not-found': 'unitId' }}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ unitId, year: of, source, ...said }) =>
        command.mutate(
          {
            ...{ id, unitId, year: of, source, movementClass: said.movementClass ?? null },
            ...{ classNumber: said.classNumber ?? null, classOn: said.classOn ?? null },
            ...{ safety: said.safety ?? null, safetyNumber: said.safetyNumber ?? null },
            safetyOn: said.safetyOn ?? null,
          },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'awards.standing-recorded' }));
              onClose();
            },
          },
        )
      }
    >
      <p className="faint form-note">
        <FormattedMessage id="awards.standing-note" />
      </p>
      <Form.Item
        name="unitId"
        label={<FormattedMessage id="awards.column.name" />}
        rules={[required]}
      >
        <UnitField on={today()} within={within} levels={['village', 'commune', 'district']} />
      </Form.Item>
      <Form.Item name="year" label={<FormattedMessage id="awards.year" />}>
        <Select
          options={[...Array(8)].map((_, n) => ({ value: last - n, label: String(last - n) }))}
        />
      </Form.Item>
      <Form.Item name="movementClass" label={<FormattedMessage id="awards.column.class" />}>
        <Select allowClear options={optionsOf(MovementClass.options)} />
      </Form.Item>
      {hasClass && paper('classNumber', 'classOn')}
      <Form.Item name="safety" label={<FormattedMessage id="awards.column.safety" />}>
        <Select allowClear options={optionsOf(SafetyResult.options)} />
      </Form.Item>
      {hasSafety && paper('safetyNumber', 'safetyOn')}
      <Form.Item
        name="source"
        label={<FormattedMessage id="awards.source" />}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </ActForm>
  );
}

// React.lazy takes a default export.
export { StandingForm as default };
