import { type Campaign, getCampaign, listCampaigns, setCampaign } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';

type Props = { campaign: Campaign | null; onClose: () => void };
type RoundFields = { id?: string; name: string; from?: PlainDate | null; to: PlainDate };
type Fields = {
  unitId?: string;
  name: string;
  citation: string;
  from: PlainDate;
  to: PlainDate;
  plannedOn: PlainDate;
  rounds: RoundFields[];
};

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
        ...{ combination: campaign?.combination, certainty: campaign?.certainty },
        ...{ launchBefore: campaign?.launchBefore, launchInclusive: campaign?.launchInclusive },
        ...{ ...fields, id, unitId: unitId ?? null },
        rounds: rounds.map((round, n) => {
          const before = campaign?.rounds.find((one) => one.id === round.id);
          return {
            ...{ id: round.id ?? newId(), number: before?.number ?? n + 1, name: round.name },
            ...{ theme: before?.theme ?? '', from: round.from ?? null, to: round.to },
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
      initial={campaign ?? { plannedOn: today(), rounds: [{}] }}
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
    </ActForm>
  );
}
