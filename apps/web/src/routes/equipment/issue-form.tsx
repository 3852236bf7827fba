import '../../field/field.css';
import {
  issueEquipment,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentNorms,
  listEquipmentShortages,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';

type Named = { id: string; name: string };
type Fields = {
  item: string;
  teamId: string;
  workplaceId: string;
  quantity: number;
  receivedOn: PlainDate;
  note?: string;
};
type Props = {
  /** Whose it may become, and where it may stand. */
  teams: readonly Named[];
  places: readonly Named[];
  /** Where it stands unless somebody says otherwise. */
  placeId?: string;
  on: PlainDate;
  onClose: () => void;
};

const chosen = ({ id: value, name: label }: Named) => ({ value, label });

/** Issues furniture or a device to a team, at its workplace or with it; the service life follows from the norm. */
function IssueForm({ teams, places, placeId, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const norms = useAnswer(listEquipmentNorms, { on });
  const issue = useCommand(issueEquipment, [
    listEquipment,
    listEquipmentShortages,
    listEquipmentNeeds,
  ]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const items = new Map((norms.data?.items ?? []).map(({ item, name }) => [item, name]));
  const source = norms.data?.items[0]?.source;
  const withTeam = { value: '', label: intl.formatMessage({ id: 'equipment.with-team' }) };
  const submit = ({ workplaceId, ...fields }: Fields) =>
    issue.mutate(
      { id, ...fields, workplaceId: workplaceId || null },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'equipment.issued' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="equipment.issue" />}
      form={form}
      places={{
        'equipment-item-unknown': 'item',
        'equipment-serves-after-it-came': 'receivedOn',
        'team-not-active': 'receivedOn',
        'workplace-not-in-use': 'workplaceId',
      }}
      pending={issue.isPending}
      problem={issue.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          receivedOn: on,
          quantity: 1,
          teamId: teams.length === 1 ? teams[0]!.id : undefined,
          workplaceId: placeId ?? '',
        }}
        onFinish={submit}
      >
        <Form.Item
          name="item"
          label={<FormattedMessage id="equipment.item" />}
          extra={source && <FormattedMessage id="equipment.source" values={{ source }} />}
          rules={[required]}
        >
          <Select
            loading={norms.isFetching}
            options={[...items].map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item
          name="teamId"
          label={<FormattedMessage id="equipment.column.team" />}
          hidden={teams.length === 1}
          rules={[required]}
        >
          <Select options={teams.map(chosen)} />
        </Form.Item>
        <Form.Item
          name="workplaceId"
          label={<FormattedMessage id="equipment.stands" />}
          hidden={places.length === 0}
        >
          <Select options={[withTeam, ...places.map(chosen)]} />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="quantity"
            label={<FormattedMessage id="equipment.quantity" />}
            rules={[required]}
          >
            <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
          </Form.Item>
          <Form.Item
            name="receivedOn"
            label={<FormattedMessage id="equipment.received" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="note" label={<FormattedMessage id="equipment.note" />}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { IssueForm as default };
