import {
  closeEditing,
  type EditingClosure,
  listClosures,
  openEditing,
  openEditingWindow,
} from '@antt/contracts';
import { addDays, type PlainDate, today } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { TimeField, useTimeRule } from '../../field/time-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { useOwnArea } from '../teams/own-area.ts';

type Props = { closure: EditingClosure; onClose: () => void };

const nameOf = ({ commune }: EditingClosure) => commune && unitName(commune);

/** Closes the records of a commune, before they are counted or paid by. */
export function CloseEditingForm({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const within = useOwnArea();
  const [form] = Form.useForm<{ communeId: string; why: string }>();
  const close = useCommand(closeEditing, [listClosures]);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.editing.closed' }));
    onClose();
  };
  return (
    <ActForm<{ communeId: string; why: string }>
      title={<FormattedMessage id="records.editing.close" />}
      submit={<FormattedMessage id="records.editing.close-do" />}
      form={form}
      initial={{}}
      pending={close.isPending}
      problem={close.error}
      places={{ 'outside-area': 'communeId' }}
      onFinish={({ communeId, why }) =>
        close.mutate({ communeId, reason: why.trim() }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <Form.Item
        name="communeId"
        label={<FormattedMessage id="records.unit" />}
        extra={<FormattedMessage id="records.editing.close-note" />}
        rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
      >
        <UnitField on={today()} within={within} levels={['commune']} />
      </Form.Item>
      <ReasonItem label="person.reveal.reason" />
    </ActForm>
  );
}

/** Opens the records of a commune again, for good. */
export function OpenEditingForm({ closure, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ why: string }>();
  const open = useCommand(openEditing, [listClosures]);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.editing.opened' }));
    onClose();
  };
  return (
    <ActForm<{ why: string }>
      title={<FormattedMessage id="records.editing.open" />}
      submit={<FormattedMessage id="records.editing.open-do" />}
      form={form}
      initial={{}}
      pending={open.isPending}
      problem={open.error}
      onFinish={({ why }) =>
        open.mutate({ communeId: closure.communeId, reason: why.trim() }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <p>{nameOf(closure)}</p>
      <ReasonItem label="person.reveal.reason" />
    </ActForm>
  );
}

type Fields = { from: PlainDate; fromTime: string; to: PlainDate; toTime: string; why: string };

/** Lets a closed commune change records for a time, because it asked to. */
export function WindowForm({ closure, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const open = useCommand(openEditingWindow, [listClosures]);
  const timed = useTimeRule();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ from, fromTime, to, toTime, why }: Fields) =>
    open.mutate(
      {
        id,
        communeId: closure.communeId,
        opensAt: `${from}T${fromTime}:00+07:00`,
        closesAt: `${to}T${toTime}:00+07:00`,
        reason: why.trim(),
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'records.editing.window-opened' }));
          onClose();
        },
      },
    );
  const moment = (day: 'from' | 'to') => (
    <div className="field-row">
      <Form.Item
        name={day}
        label={<FormattedMessage id={`records.editing.${day}`} />}
        rules={[required]}
      >
        <DayField allowClear={false} />
      </Form.Item>
      <Form.Item
        name={`${day}Time`}
        label={<FormattedMessage id="records.editing.time" />}
        rules={[timed]}
      >
        <TimeField />
      </Form.Item>
    </div>
  );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="records.editing.window" />}
      submit={<FormattedMessage id="records.editing.window-do" />}
      form={form}
      initial={{ from: today(), fromTime: '07:00', to: addDays(today(), 2), toTime: '17:00' }}
      pending={open.isPending}
      problem={open.error}
      places={{ 'editing-window-closes-after-it-opened': 'to' }}
      onFinish={submit}
      onClose={onClose}
    >
      <p>{nameOf(closure)}</p>
      {moment('from')}
      {moment('to')}
      <ReasonItem label="records.editing.window-reason" />
    </ActForm>
  );
}
