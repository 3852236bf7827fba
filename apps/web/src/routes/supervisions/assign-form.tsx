import { assignSupervision, listSupervisions, type Supervision } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = DecisionFieldsOf & {
  personId: string;
  supervisedName: string;
  receivedOn: PlainDate;
  proposedOn: PlainDate;
  validFrom: PlainDate;
};
type Props = {
  on: PlainDate;
  /** On the page of a member. */
  personId?: string;
  onDone?: (supervision: Supervision) => void;
  onClose: () => void;
};

/** Who is to help supervise whom, by decision of the chair (Decree 231/2026 Art. 12). */
export function AssignForm({ on, personId, onDone, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const signedOn = Form.useWatch(['decision', 'signedOn'], form) ?? on;
  const assign = useCommand(assignSupervision, [listSupervisions]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const day = (name: 'receivedOn' | 'proposedOn' | 'validFrom', label: DayLabel) => (
    <Form.Item name={name} label={<FormattedMessage id={label} />} rules={[required]}>
      <DayField />
    </Form.Item>
  );
  const done = (supervision: Supervision) => {
    void message.success(intl.formatMessage({ id: 'supervisions.assigned' }));
    onDone?.(supervision);
    onClose();
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="supervisions.assign" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ personId, decision: { signedOn: on }, validFrom: on }}
      pending={assign.isPending}
      problem={assign.error}
      places={{
        'person-does-not-serve': ['decision', 'signedOn'],
        'supervision-is-proposed-after-reception': 'proposedOn',
      }}
      onFinish={(fields) => assign.mutate({ ...fields, id }, { onSuccess: done })}
      onClose={onClose}
    >
      <Form.Item
        name="supervisedName"
        label={<FormattedMessage id="supervisions.supervised" />}
        extra={<FormattedMessage id="supervisions.sealed-note" />}
        rules={[
          { ...required, whitespace: true },
          { min: 2, message: intl.formatMessage({ id: 'supervisions.name-short' }) },
        ]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="field-row">
        {day('receivedOn', 'supervisions.received-on')}
        {day('proposedOn', 'supervisions.proposed-on')}
      </div>
      <Form.Item
        name="personId"
        hidden={personId !== undefined}
        label={<FormattedMessage id="supervisions.member" />}
        rules={[required]}
      >
        <MemberField on={signedOn} />
      </Form.Item>
      <DecisionFields />
      <div className="field-row">{day('validFrom', 'supervisions.valid-from')}</div>
    </ActForm>
  );
}

type DayLabel = 'supervisions.received-on' | 'supervisions.proposed-on' | 'supervisions.valid-from';
