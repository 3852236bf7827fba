import {
  type Campaign,
  CampaignPlan,
  getCampaign,
  listCampaigns,
  setCampaign,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { RoundFields } from './round-fields.tsx';

type Props = { campaign: Campaign | null; onClose: () => void };
type RoundGiven = {
  id?: string;
  name: string;
  theme?: string;
  from?: PlainDate | null;
  to: PlainDate;
};
type Fields = {
  unitId?: string;
  name: string;
  citation: string;
  from: PlainDate;
  to: PlainDate;
  plannedOn: PlainDate;
  combination: Campaign['combination'];
  launchBefore?: PlainDate | null;
  launchInclusive: boolean;
  rounds: RoundGiven[];
};

const combinations = CampaignPlan.shape.combination.unwrap().options;
const begun = () => ({
  ...{ plannedOn: today(), rounds: [{}], combination: 'by-days', launchInclusive: false },
});

/** The plan of a campaign: its days, where it stands, and its rounds; those that are open keep their days. */
export function CampaignForm({ campaign, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(() => campaign?.id ?? newId());
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('from', form);
  const command = useCommand(setCampaign, [listCampaigns, getCampaign]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const send = ({ unitId, rounds, ...fields }: Fields) =>
    command.mutate(
      {
        ...{ ...fields, id, unitId: unitId ?? null, certainty: campaign?.certainty },
        launchBefore: fields.launchBefore ?? null,
        rounds: rounds.map((round, n) => {
          const before = campaign?.rounds.find((one) => one.id === round.id);
          return {
            ...{ id: round.id ?? newId(), number: before?.number ?? n + 1, name: round.name },
            ...{ theme: round.theme ?? '', from: round.from ?? null, to: round.to },
          };
        }),
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'campaigns.saved' }));
          onClose();
        },
      },
    );
  const day = (name: 'from' | 'to' | 'plannedOn') => (
    <Form.Item name={name} label={<FormattedMessage id={`campaigns.${name}`} />} rules={[required]}>
      <DayField />
    </Form.Item>
  );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id={campaign ? 'campaigns.edit' : 'campaigns.add'} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={campaign ?? begun()}
      pending={command.isPending}
      problem={command.error}
      onFinish={send}
      onClose={onClose}
    >
      <Form.Item name="name" label={<FormattedMessage id="campaigns.name" />} rules={[required]}>
        <Input maxLength={300} />
      </Form.Item>
      {day('plannedOn')}
      {day('from')}
      {day('to')}
      <Form.Item name="unitId" label={<FormattedMessage id="campaigns.province" />}>
        <UnitField on={from ?? today()} levels={['province']} />
      </Form.Item>
      <Form.Item
        name="citation"
        label={<FormattedMessage id="campaigns.citation" />}
        rules={[required]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="combination" label={<FormattedMessage id="campaigns.combination" />}>
        <Select
          options={combinations.map((value) => ({
            value,
            label: intl.formatMessage({ id: `campaigns.combination.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item name="launchBefore" label={<FormattedMessage id="campaigns.launch-before" />}>
        <DayField />
      </Form.Item>
      <Form.Item name="launchInclusive" valuePropName="checked">
        <Checkbox>
          <FormattedMessage id="campaigns.launch-inclusive" />
        </Checkbox>
      </Form.Item>
      <RoundFields />
    </ActForm>
  );
}
