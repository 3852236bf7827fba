import {
  type AgeReview,
  getPeopleWork,
  listAgeReviews,
  listPeopleWork,
  recordAgeReview,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';

type Props = { personId: string; on: PlainDate };

/** On a person's page: whether a member of about 70 goes on, as often as it was looked into. */
export function PersonAgeReviews({ personId, on }: Props) {
  const mayWrite = useMay('posting.write');
  const [recording, setRecording] = useState(false);
  const reviews = useAnswer(listAgeReviews, { personId }, { keep: true });
  return (
    <>
      {reviews.isError && <ProblemPanel problem={reviews.error} />}
      {reviews.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="age-review.none" />
        </p>
      )}
      <dl className="facts">
        {reviews.data?.items.map(({ id, reviewedOn, outcome, basis }) => (
          <div key={id}>
            <dt>{formatDay(reviewedOn)}</dt>
            <dd>
              <FormattedMessage id={`age-review.${outcome}`} />
              {basis && `: ${basis}`}
            </dd>
          </div>
        ))}
      </dl>
      {mayWrite && (
        <div className="row-acts">
          <Button onClick={() => setRecording(true)}>
            <FormattedMessage id="age-review.record" />
          </Button>
        </div>
      )}
      {recording && <ReviewForm {...{ personId, on }} onClose={() => setRecording(false)} />}
    </>
  );
}

type Said = Pick<AgeReview, 'reviewedOn' | 'outcome' | 'basis'>;

function ReviewForm({ personId, on, onClose }: Props & { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Said>();
  const record = useCommand(recordAgeReview, [listAgeReviews, getPeopleWork, listPeopleWork]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const done = () => {
    void message.success(intl.formatMessage({ id: 'membership.recorded' }));
    onClose();
  };
  return (
    <ActForm<Said>
      title={<FormattedMessage id="age-review.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ reviewedOn: on }}
      pending={record.isPending}
      problem={record.error}
      places={{ 'age-review-too-early': 'reviewedOn', 'age-review-to-come': 'reviewedOn' }}
      onFinish={(said) => record.mutate({ id, personId, ...said }, { onSuccess: done })}
      onClose={onClose}
    >
      <Form.Item
        name="reviewedOn"
        label={<FormattedMessage id="age-review.day" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={<FormattedMessage id="age-review.outcome" />}
        rules={[required]}
      >
        <Radio.Group
          options={(['continues', 'to-cease'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `age-review.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="basis"
        label={<FormattedMessage id="age-review.basis" />}
        rules={[required, { min: 5 }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
