import { foundTeam, getCoverage, listTeams } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DecisionFields } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { type ActFields, BasedOnField, TeamActForm } from './team-act.tsx';
import { useOwnArea } from './own-area.ts';
import { VillagesField } from './villages-field.tsx';

type Fields = ActFields & {
  communeId: string;
  villageIds: string[];
  code: string;
  name: string;
  foundedOn: PlainDate;
};

type Props = {
  on: PlainDate;
  onClose: () => void;
  onDone: (id: string, day: PlainDate) => void;
};

/** Founds a team by the chair's decision. */
function FoundForm({ on, onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const within = useOwnArea();
  const communeId = Form.useWatch('communeId', form);
  const day = Form.useWatch('foundedOn', form) ?? on;
  const found = useCommand(foundTeam, [listTeams, getCoverage]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ communeId: _, ...fields }: Fields) =>
    found.mutate(
      { id, ...fields },
      {
        onSuccess: ({ name }) => {
          void message.success(intl.formatMessage({ id: 'teams.form.founded' }, { name }));
          onDone(id, fields.foundedOn);
        },
      },
    );
  return (
    <TeamActForm<Fields>
      title={<FormattedMessage id="teams.form.found-title" />}
      submit={<FormattedMessage id="teams.found" />}
      form={form}
      initial={{ foundedOn: on }}
      pending={found.isPending}
      problem={found.error}
      places={{
        'team-code-is-taken': 'code',
        'team-covers-one-commune': 'villageIds',
        'team-holds-a-village-once-a-day': 'villageIds',
      }}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="communeId"
        label={<FormattedMessage id="teams.column.commune" />}
        rules={[required]}
      >
        <UnitField
          on={day}
          within={within}
          levels={['commune']}
          onChange={(unitId) =>
            form.setFieldsValue({ communeId: unitId as string, villageIds: [] })
          }
        />
      </Form.Item>
      <Form.Item
        name="villageIds"
        label={<FormattedMessage id="teams.column.villages" />}
        rules={[required]}
      >
        <VillagesField on={day} communeId={communeId} />
      </Form.Item>
      <Form.Item name="name" label={<FormattedMessage id="teams.column.name" />} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="code"
          label={<FormattedMessage id="teams.form.code" />}
          rules={[required, { max: 40 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="foundedOn"
          label={<FormattedMessage id="teams.column.founded" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      <DecisionFields />
      <BasedOnField />
    </TeamActForm>
  );
}

export { FoundForm as default };
