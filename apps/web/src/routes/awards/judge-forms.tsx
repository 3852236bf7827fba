import {
  appraiseAward,
  type AwardAgency,
  type AwardDetail,
  decideAward,
  getAward,
  listAwards,
  returnAward,
  RevocationKind,
  revokeAward,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ReasonItem } from '../../field/reason-item.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { newId } from '../../new-id.ts';
import { AwardFindings } from './award-findings.tsx';

type Props = { award: AwardDetail; onClose: () => void };
const refreshed = [getAward, listAwards];

/** An act on an award as it was seen, under an id of its own. */
function useStep({ award: { id, version }, onClose }: Props, done: MessageId) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [stepId] = useState(newId);
  const onSuccess = () => {
    void message.success(intl.formatMessage({ id: done }));
    onClose();
  };
  return { step: { id, stepId, version }, after: { onSuccess } };
}

/** Number and day of the paper that says so. */
function PaperFields({ from, example }: { from: PlainDate; example: string }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <div className="field-row">
      <Form.Item
        name="number"
        label={<FormattedMessage id="awards.document-number" />}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input maxLength={100} placeholder={example} autoComplete="off" />
      </Form.Item>
      <Form.Item name="on" label={<FormattedMessage id="awards.document-on" />} rules={[required]}>
        <DayField allowClear={false} before={from} after={today()} />
      </Form.Item>
    </div>
  );
}

export function ReturnForm(props: Props) {
  const { onClose } = props;
  const [form] = Form.useForm<{ note: string }>();
  const command = useCommand(returnAward, refreshed);
  const { step, after } = useStep(props, 'awards.returned');
  return (
    <ActForm<{ note: string }>
      title={<FormattedMessage id="awards.return" />}
      submit={<FormattedMessage id="awards.return" />}
      {...{ form, onClose, initial: {} }}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ note }) => command.mutate({ ...step, note }, after)}
    >
      <p className="faint form-note">
        <FormattedMessage id="awards.return-note" />
      </p>
      <ReasonItem name="note" label="awards.guidance" most={1_000} />
    </ActForm>
  );
}

type Appraisal = {
  agency: AwardAgency;
  agrees: boolean;
  number: string;
  on: PlainDate;
  note?: string;
};

export function AppraiseForm(props: Props) {
  const { award, onClose } = props;
  const intl = useIntl();
  const [form] = Form.useForm<Appraisal>();
  const command = useCommand(appraiseAward, refreshed);
  const { step, after } = useStep(props, 'awards.appraised');
  const sending = award.steps[0]?.sending;
  const heard = award.steps.flatMap((one) => (one.sending === sending ? [one.agency] : []));
  const open = award.appraisals.filter((agency) => !heard.includes(agency));
  return (
    <ActForm<Appraisal>
      title={<FormattedMessage id="awards.appraise" />}
      submit={<FormattedMessage id="awards.appraise-save" />}
      {...{ form, onClose, initial: { agency: open[0], agrees: true, on: today() } }}
      places={{ 'award-day-does-not-fit': 'on' }}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) => command.mutate({ ...step, ...fields, note: fields.note ?? '' }, after)}
    >
      <Form.Item name="agency" label={<FormattedMessage id="awards.agency" />}>
        <Select
          options={open.map((value) => ({
            value,
            label: intl.formatMessage({ id: `awards.agency.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item name="agrees" label={<FormattedMessage id="awards.opinion" />}>
        <Radio.Group
          options={[true, false].map((value) => ({
            value,
            label: intl.formatMessage({ id: value ? 'awards.agrees' : 'awards.disagrees' }),
          }))}
        />
      </Form.Item>
      <PaperFields from={award.proposedOn} example="7/BB-HĐTĐKT" />
      <Form.Item name="note" label={<FormattedMessage id="awards.note" />}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}

type Decision = { approves: boolean; number: string; on: PlainDate; note?: string };

export function DecideForm(props: Props) {
  const { award, onClose } = props;
  const intl = useIntl();
  const [form] = Form.useForm<Decision>();
  const approves = Form.useWatch('approves', form) ?? true;
  const command = useCommand(decideAward, refreshed);
  const { step, after } = useStep(props, 'awards.decided');
  const isDue = !approves || award.findings.length > 0;
  return (
    <ActForm<Decision>
      title={<FormattedMessage id="awards.decide" />}
      submit={<FormattedMessage id={approves ? 'awards.approve' : 'awards.refuse'} />}
      danger={!approves}
      {...{ form, onClose, initial: { approves: true, on: today() } }}
      places={{ 'award-day-does-not-fit': 'on', 'award-needs-a-reason': 'note' }}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) => command.mutate({ ...step, ...fields, note: fields.note ?? '' }, after)}
    >
      <AwardFindings findings={award.findings} />
      <Form.Item name="approves" label={<FormattedMessage id="awards.decision" />}>
        <Radio.Group
          options={[true, false].map((value) => ({
            value,
            label: intl.formatMessage({ id: value ? 'awards.approve' : 'awards.refuse' }),
          }))}
        />
      </Form.Item>
      <PaperFields from={award.proposedOn} example="120/QĐ-UBND" />
      {isDue ? (
        <ReasonItem
          name="note"
          label="awards.reason"
          note={approves ? 'awards.override-note' : 'awards.refuse-note'}
          most={1_000}
        />
      ) : (
        <Form.Item name="note" label={<FormattedMessage id="awards.note" />}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </ActForm>
  );
}

type Revocation = { revocation: RevocationKind; number: string; on: PlainDate; note: string };

export function RevokeForm(props: Props): ReactNode {
  const { award, onClose } = props;
  const intl = useIntl();
  const [form] = Form.useForm<Revocation>();
  const command = useCommand(revokeAward, refreshed);
  const { step, after } = useStep(props, 'awards.revoked');
  return (
    <ActForm<Revocation>
      danger
      title={<FormattedMessage id="awards.revoke" />}
      submit={<FormattedMessage id="awards.revoke" />}
      {...{ form, onClose, initial: { revocation: 'false-declaration', on: today() } }}
      places={{ 'award-day-does-not-fit': 'on' }}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) => command.mutate({ ...step, ...fields }, after)}
    >
      <p className="faint form-note">
        <FormattedMessage id="awards.revoke-note" />
      </p>
      <Form.Item name="revocation" label={<FormattedMessage id="awards.revocation" />}>
        <Select
          options={RevocationKind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `awards.revocation.${value}` }),
          }))}
        />
      </Form.Item>
      <PaperFields from={award.decidedOn!} example="15/QĐ-UBND" />
      <ReasonItem name="note" label="awards.reason" most={1_000} />
    </ActForm>
  );
}
