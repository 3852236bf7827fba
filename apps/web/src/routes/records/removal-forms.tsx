import {
  decideRemoval,
  getPerson,
  listPeople,
  listRemovals,
  type Removal,
  requestRemoval,
} from '@antt/contracts';
import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { ReasonItem } from '../../field/reason-item.tsx';

type Asked = { why: string; evidence: string };
type RequestProps = { person: { id: string; name: string }; onClose: () => void };

/** Asks for a record to be removed: with a reason, and the paper that shows it. */
export function RequestRemovalForm({ person, onClose }: RequestProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Asked>();
  const request = useCommand(requestRemoval, [listRemovals]);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.removal.requested' }));
    onClose();
  };
  return (
    <ActForm<Asked>
      title={<FormattedMessage id="records.removal.request" />}
      submit={<FormattedMessage id="records.removal.request-do" />}
      form={form}
      initial={{}}
      pending={request.isPending}
      problem={request.error}
      onFinish={({ why, evidence }) =>
        request.mutate(
          { id, personId: person.id, reason: why.trim(), evidence: evidence.trim() },
          { onSuccess: done },
        )
      }
      onClose={onClose}
    >
      <p>
        <FormattedMessage id="records.removal.request-note" values={{ name: person.name }} />
      </p>
      <ReasonItem label="records.removal.reason" note="records.removal.no-names" />
      <ReasonItem
        name="evidence"
        label="records.removal.evidence"
        note="records.removal.evidence-note"
      />
    </ActForm>
  );
}

type Decided = { outcome: 'approved' | 'refused'; note?: string };

/** Agrees to what somebody else asked for, or refuses it. */
export function DecideRemovalForm(props: { removal: Removal; onClose: () => void }) {
  const { removal, onClose } = props;
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Decided>();
  const outcome = Form.useWatch('outcome', form);
  const decide = useCommand(decideRemoval, [listRemovals, getPerson, listPeople]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <ActForm<Decided>
      title={<FormattedMessage id="records.removal.decide" />}
      submit={<FormattedMessage id="records.removal.decide-do" />}
      danger={outcome === 'approved'}
      form={form}
      initial={{}}
      pending={decide.isPending}
      problem={decide.error}
      onFinish={({ outcome: said, note = '' }) =>
        decide.mutate(
          { id: removal.id, outcome: said, note: note.trim() },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: `records.removal.${said}-done` }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p>{removal.reason}</p>
      <p>
        <FormattedMessage id="records.removal.evidence" />: {removal.evidence}
      </p>
      <Form.Item
        name="outcome"
        label={<FormattedMessage id="records.removal.outcome" />}
        extra={outcome === 'approved' && <FormattedMessage id="records.removal.approve-note" />}
        rules={[required]}
      >
        <Radio.Group
          options={(['approved', 'refused'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `records.removal.outcome.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={<FormattedMessage id="records.removal.note" />}
        rules={outcome === 'refused' ? [{ ...required, whitespace: true }] : []}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
