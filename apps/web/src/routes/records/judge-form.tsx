import {
  getPerson,
  judgeDuplicate,
  type LikelyDuplicate,
  listComparisons,
  listDetails,
  listDuplicates,
  listPeople,
  listPostings,
} from '@antt/contracts';
import { App, Form, Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { newId } from '../../new-id.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { unitName } from '../../unit-name.ts';

const refreshed = [
  listDuplicates,
  listComparisons,
  getPerson,
  listPeople,
  listPostings,
  listDetails,
];

type Fields = { keptId?: string; why: string };
type Props = { pair: LikelyDuplicate; judgement: 'same' | 'different'; onClose: () => void };

/** What somebody found out about two records: of one person, which merges them, or of two. */
export function JudgeForm({ pair: { people }, judgement, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const judge = useCommand(judgeDuplicate, refreshed);
  const [first, second] = people;
  const serving = people.find(({ state }) => state === 'serving');
  const done = () => {
    void message.success(intl.formatMessage({ id: `records.judged.${judgement}` }));
    onClose();
  };
  const submit = ({ keptId, why }: Fields) =>
    judge.mutate(
      {
        id,
        personIds: [first.id, second.id],
        judgement,
        keptId: judgement === 'same' ? (keptId ?? null) : null,
        reason: why.trim(),
      },
      { onSuccess: done },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id={`records.judge.${judgement}`} />}
      submit={<FormattedMessage id={`records.judge.${judgement}-do`} />}
      form={form}
      initial={{ keptId: (serving ?? first).id }}
      pending={judge.isPending}
      problem={judge.error}
      onFinish={submit}
      onClose={onClose}
    >
      <p>
        <FormattedMessage
          id={`records.judge.${judgement}-note`}
          values={{ first: first.name, second: second.name }}
        />
      </p>
      {judgement === 'same' && (
        <Form.Item
          name="keptId"
          label={<FormattedMessage id="records.judge.kept" />}
          extra={<FormattedMessage id="records.judge.kept-note" />}
          rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
        >
          <Radio.Group
            vertical
            options={people.map(({ id: value, name, birthDate, citizenId, commune, team }) => ({
              value,
              label: [
                name,
                birthDate && formatDay(birthDate),
                citizenId,
                team?.name,
                commune && unitName(commune),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Form.Item>
      )}
      <ReasonItem label="records.judge.reason" note="records.judge.reason-note" />
    </ActForm>
  );
}
