import '../../list-page.css';
import {
  listCessations,
  listRefusals,
  listReminders,
  recordRefusal,
  recordReminder,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { CessationPanel } from './cessation-panel.tsx';
import { ProposeForm } from './propose-form.tsx';
import { StateTag } from './state-tag.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: cessations, and the reminders and refusals that may lead to one. */
export function PersonCessations({ personId, on }: Props) {
  const mayWrite = useMay('posting.write');
  const seesProfile = useMay('person-profile.read');
  const [form, setForm] = useState<'propose' | 'remind' | 'refuse' | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const list = useAnswer(listCessations, { on, personId, limit: 50 }, { keep: true });
  const close = () => setForm(null);
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} />}
      {list.data?.items.map((row) => (
        <div key={row.id} className="row-acts">
          <Button type="link" onClick={() => setOpen(row.id)}>
            {formatDay(row.validFrom ?? row.proposedOn)}
          </Button>
          <StateTag cessation={row} />
        </div>
      ))}
      {list.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="cessation.none-of-person" />
        </p>
      )}
      {seesProfile && <Conduct personId={personId} on={on} />}
      {mayWrite && (
        <div className="row-acts">
          <Button onClick={() => setForm('propose')}>
            <FormattedMessage id="cessation.propose" />
          </Button>
          <Button onClick={() => setForm('remind')}>
            <FormattedMessage id="reminder.record" />
          </Button>
          <Button onClick={() => setForm('refuse')}>
            <FormattedMessage id="refusal.record" />
          </Button>
        </div>
      )}
      {open && <CessationPanel id={open} on={on} onClose={() => setOpen(null)} />}
      {form === 'propose' && <ProposeForm on={on} personId={personId} onClose={close} />}
      {form === 'remind' && <RemindForm on={on} personId={personId} onClose={close} />}
      {form === 'refuse' && <RefuseForm on={on} personId={personId} onClose={close} />}
    </>
  );
}

/** Law 30/2023/QH15 Art. 17.3.c counts both. */
function Conduct({ personId, on }: Props) {
  const reminders = useAnswer(listReminders, { on, personId, limit: 50 }, { keep: true });
  const refusals = useAnswer(listRefusals, { on, personId, limit: 50 }, { keep: true });
  const notes = [
    ...(reminders.data?.items ?? []).map(({ id, signedOn, number, text, withdrawnReason }) => ({
      ...{ id, day: signedOn, kind: 'reminder' as const, text: `${number}: ${text}` },
      counts: withdrawnReason === null,
    })),
    ...(refusals.data?.items ?? []).map(({ id, refusedOn, duty, goodReason, withdrawnReason }) => ({
      ...{ id, day: refusedOn, kind: 'refusal' as const, text: duty },
      counts: withdrawnReason === null && !goodReason,
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : -1));
  if (notes.length === 0) return null;
  return (
    <dl className="facts">
      {notes.map(({ id, day, kind, text, counts }) => (
        <div key={id}>
          <dt>
            {formatDay(day)} · <FormattedMessage id={`${kind}.title`} />
          </dt>
          <dd>{counts ? text : <del>{text}</del>}</dd>
        </div>
      ))}
    </dl>
  );
}

type FormProps = Props & { onClose: () => void };

function RemindForm({ personId, on, onClose }: FormProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<{ number: string; signedOn: PlainDate; text: string }>();
  const record = useCommand(recordReminder, [listReminders]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const done = () => {
    void message.success(intl.formatMessage({ id: 'membership.recorded' }));
    onClose();
  };
  return (
    <ActForm
      title={<FormattedMessage id="reminder.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ signedOn: on }}
      pending={record.isPending}
      problem={record.error}
      onFinish={(fields) => record.mutate({ id, personId, ...fields }, { onSuccess: done })}
      onClose={onClose}
    >
      <div className="field-row">
        <Form.Item
          name="number"
          label={<FormattedMessage id="reminder.number" />}
          rules={[required]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="signedOn"
          label={<FormattedMessage id="reminder.day" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="text" label={<FormattedMessage id="reminder.text" />} rules={[required]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </ActForm>
  );
}

type Refused = { refusedOn: PlainDate; duty: string; reasonGiven?: string; goodReason?: boolean };

function RefuseForm({ personId, on, onClose }: FormProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Refused>();
  const record = useCommand(recordRefusal, [listRefusals]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const done = () => {
    void message.success(intl.formatMessage({ id: 'membership.recorded' }));
    onClose();
  };
  return (
    <ActForm<Refused>
      title={<FormattedMessage id="refusal.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ refusedOn: on, goodReason: false }}
      pending={record.isPending}
      problem={record.error}
      onFinish={({ goodReason, ...fields }) =>
        record.mutate(
          { id, personId, ...fields, goodReason: goodReason ?? false },
          { onSuccess: done },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="refusedOn" label={<FormattedMessage id="refusal.day" />} rules={[required]}>
        <DayField />
      </Form.Item>
      <Form.Item name="duty" label={<FormattedMessage id="refusal.duty" />} rules={[required]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="reasonGiven" label={<FormattedMessage id="refusal.reason-given" />}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="goodReason" valuePropName="checked">
        <Checkbox>
          <FormattedMessage id="refusal.good-reason" />
        </Checkbox>
      </Form.Item>
    </ActForm>
  );
}
