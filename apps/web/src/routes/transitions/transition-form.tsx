import '../../field/field.css';
import {
  getCoverage,
  grantTransition,
  listQuotas,
  listTeams,
  listTransitions,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { App, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatLastDay, useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { lastDayItem } from '../../field/last-day.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

export type TransitionRow = Output<typeof listTransitions>['items'][number];

type Fields = {
  unitId: string;
  teamId: string;
  instrumentId: string;
  reason: string;
  teams?: number | null;
  members?: number | null;
  validFrom: PlainDate;
  validTo: PlainDate;
};

type Props = {
  /** One that is changed from a day on; the commune and the Tổ stay. */
  changed?: TransitionRow | undefined;
  onClose: () => void;
};

const factsOf = ({
  unitId,
  teamId,
  instrumentId,
  reason,
  teams,
  members,
  validTo,
}: TransitionRow) => ({
  unitId,
  teamId: teamId ?? '',
  instrumentId,
  reason,
  teams,
  members,
  validTo,
});

/** A lawful surplus of a commune or one Tổ: how much, why, by which document, and until when. */
export function TransitionForm({ changed, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { on } = useDay();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const grant = useCommand(grantTransition, [listTransitions, listQuotas, getCoverage]);
  const instruments = useInstruments(undefined);
  const unitId = Form.useWatch('unitId', form);
  const from = Form.useWatch('validFrom', form);
  const standing = useAnswer(listQuotas, { on, within: unitId }, { enabled: Boolean(unitId) });
  const row = standing.data?.items[0];
  const teams = useAnswer(
    listTeams,
    { on: from ?? on, within: unitId, limit: 1000 },
    { enabled: Boolean(unitId) },
  );
  const whole = { value: '', label: intl.formatMessage({ id: 'transitions.form.whole' }) };
  const choices = (teams.data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }));
  const kept = changed?.teamId && changed.teamName !== null;
  if (kept && !choices.some(({ value }) => value === changed.teamId)) {
    choices.push({ value: changed.teamId!, label: changed.teamName! });
  }
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ teamId, teams: more, members, ...fields }: Fields) =>
    grant.mutate(
      {
        ...fields,
        id,
        teamId: teamId || null,
        teams: more ?? 0,
        members: members ?? 0,
        replaces: changed?.id ?? null,
      },
      {
        onSuccess: ({ validTo }) => {
          void message.success(
            intl.formatMessage({ id: 'transitions.done' }, { day: formatLastDay(validTo) }),
          );
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={460}
      title={<FormattedMessage id={changed ? 'transitions.change' : 'transitions.new'} />}
      onClose={onClose}
      footer={
        <DrawerActions pending={grant.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="action.record" />
        </DrawerActions>
      }
    >
      {grant.isError && <ProblemPanel problem={grant.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ teamId: '', ...(changed && factsOf(changed)), validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="transitions.column.unit" />}
          rules={[required]}
        >
          <UnitField
            on={on}
            levels={['commune']}
            disabled={Boolean(changed)}
            known={changed ? [{ id: changed.unitId, name: changed.unitName }] : []}
            onChange={() => form.setFieldValue('teamId', '')}
          />
        </Form.Item>
        <Form.Item name="teamId" label={<FormattedMessage id="transitions.form.team" />}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={teams.isFetching}
            disabled={Boolean(changed)}
            options={[whole, ...choices]}
          />
        </Form.Item>
        {row && (
          <p className="faint">
            <FormattedMessage
              id="transitions.standing"
              values={{ active: row.active, teams: row.teams }}
            />
          </p>
        )}
        <div className="field-row surplus-counts">
          <Form.Item name="teams" label={<FormattedMessage id="transitions.form.teams" />}>
            <InputNumber min={0} max={1000} precision={0} controls={false} />
          </Form.Item>
          <Form.Item name="members" label={<FormattedMessage id="transitions.form.members" />}>
            <InputNumber min={0} max={10_000} precision={0} controls={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="reason"
          label={<FormattedMessage id="transitions.column.reason" />}
          rules={[required]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item
          name="instrumentId"
          label={<FormattedMessage id="transitions.column.instrument" />}
          rules={[required]}
        >
          <InstrumentField
            instruments={instruments.data?.items ?? []}
            loading={instruments.isLoading}
          />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="validFrom"
            label={<FormattedMessage id="transitions.form.from" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
          <Form.Item
            {...lastDayItem}
            name="validTo"
            label={<FormattedMessage id="transitions.form.to" />}
            rules={[required]}
          >
            <DayField {...(from ? { before: from } : {})} />
          </Form.Item>
        </div>
      </Form>
    </Drawer>
  );
}
