import {
  type AwardDetail,
  creditAward,
  getAward,
  getScore,
  listCampaigns,
  listScores,
} from '@antt/contracts';
import { App, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { formIn } from './award-text.ts';

type Fields = { roundId: string; item: string; points: number };

/** Points that it brings in an open round, for an item that has no figure. */
export function CreditForm({ award, onClose }: { award: AwardDetail; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(creditAward, [getAward, getScore, listScores]);
  const campaigns = useAnswer(listCampaigns, { within: award.unitId });
  const rounds = (campaigns.data?.items ?? []).flatMap((campaign) =>
    campaign.rounds
      .filter(({ state }) => state === 'open')
      .map((round) => ({ value: round.id, label: `${campaign.name}: ${round.name}` })),
  );
  const roundId = Form.useWatch('roundId', form) ?? rounds[0]?.value;
  const code = Form.useWatch('item', form);
  const subjectId = award.teamId ?? award.unitId;
  const score = useAnswer(
    getScore,
    { roundId: roundId ?? '', subjectId },
    { enabled: roundId !== undefined },
  );
  const items = (score.data?.explanation ?? []).filter(
    ({ kind, indicator }) => kind === 'range' && indicator === null,
  );
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="awards.act.credit" />}
      submit={<FormattedMessage id="awards.credit-save" />}
      {...{ form, onClose, initial: {} }}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ item, points }) =>
        command.mutate(
          { id, awardId: award.id, roundId, item, points },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'awards.credited' }));
              onClose();
            },
          },
        )
      }
    >
      <p className="faint form-note">
        <FormattedMessage id={rounds.length > 0 ? 'awards.credit-note' : 'awards.no-open-round'} />
      </p>
      {rounds.length > 0 && (
        <>
          <Form.Item name="roundId" label={<FormattedMessage id="awards.column.round" />}>
            <Select options={rounds} placeholder={rounds[0]!.label} />
          </Form.Item>
          <Form.Item name="item" label={<FormattedMessage id="awards.item" />} rules={[required]}>
            <Select
              loading={score.isFetching}
              options={items.map((one) => ({
                ...{ value: one.code, label: `${one.code} · ${formIn(intl, one)}` },
              }))}
            />
          </Form.Item>
          <Form.Item
            name="points"
            label={<FormattedMessage id="awards.points" />}
            rules={[required]}
          >
            <InputNumber
              min={0.01}
              max={items.find((one) => one.code === code)?.max ?? 1000}
              step={0.5}
              decimalSeparator={intl.locale.startsWith('vi') ? ',' : '.'}
            />
          </Form.Item>
        </>
      )}
    </ActForm>
  );
}
