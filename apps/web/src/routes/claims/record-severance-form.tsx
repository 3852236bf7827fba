import {
  FormerForce,
  listSeverances,
  recordSeverance,
  type Severance,
  SeveranceGround,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';
import { PersonField } from './person-field.tsx';

type Fields = Pick<Severance, 'personId' | 'forces' | 'leftOn' | 'ground' | 'receivedOn'>;
type Props = { on: PlainDate; onDone: (severance: Severance) => void; onClose: () => void };

/** Severance is asked for; how long was served and for what allowance stands on record of the person. */
export function RecordSeveranceForm({ on, onDone, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const record = useCommand(recordSeverance, [listSeverances]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="severances.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ receivedOn: on, forces: [], ground: 'reorganised' }}
      pending={record.isPending}
      problem={record.error}
      places={{
        'severance-is-asked-once': 'personId',
        'severance-is-asked-after-leaving': 'receivedOn',
      }}
      onFinish={(fields) =>
        record.mutate(
          { ...fields, id },
          {
            onSuccess: (severance) => {
              void message.success(intl.formatMessage({ id: 'severances.recorded' }));
              onDone(severance);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint">
        <FormattedMessage id="severances.empty-note" />
      </p>
      <Form.Item
        name="personId"
        label={<FormattedMessage id="severances.person" />}
        rules={[required]}
      >
        <PersonField on={on} />
      </Form.Item>
      <Form.Item
        name="forces"
        label={<FormattedMessage id="severances.forces" />}
        rules={[{ ...required, type: 'array', min: 1 }]}
      >
        <Checkbox.Group
          className="upright"
          options={FormerForce.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `pay.force.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="ground"
        label={<FormattedMessage id="severances.ground" />}
        rules={[required]}
      >
        <Select
          options={SeveranceGround.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `pay.ground.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="leftOn"
          label={<FormattedMessage id="severances.left-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={<FormattedMessage id="claims.received-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
    </ActForm>
  );
}
