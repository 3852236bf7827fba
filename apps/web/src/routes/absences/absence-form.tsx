import { type Absence, AbsenceKind, listAbsences, recordAbsence } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  personId: string;
  kind: AbsenceKind;
  validFrom: PlainDate;
  validTo?: PlainDate | null;
  decision?: { number: string; signedOn: PlainDate };
  reason?: string;
};
type Props = {
  on: PlainDate;
  personId?: string;
  onDone?: (absence: Absence) => void;
  onClose: () => void;
};

/** A suspension by decision, or leave with its reason. */
export function AbsenceForm({ on, personId, onDone, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'leave';
  const from = Form.useWatch('validFrom', form) ?? on;
  const record = useCommand(recordAbsence, [listAbsences]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ decision, reason, validTo, ...fields }: Fields) =>
    record.mutate(
      {
        ...fields,
        id,
        validTo: validTo ?? null,
        decision: fields.kind === 'suspension' ? (decision ?? null) : null,
        reason: reason?.trim() ?? '',
      },
      {
        onSuccess: (absence) => {
          const values = { day: formatDay(absence.validFrom) };
          void message.success(
            intl.formatMessage({ id: `absence.recorded.${absence.kind}` }, values),
          );
          onDone?.(absence);
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="absence.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ personId, kind: 'leave', validFrom: on, decision: { signedOn: on } }}
      pending={record.isPending}
      problem={record.error}
      places={{
        'person-does-not-serve': 'validFrom',
        'person-is-absent-once-a-day': 'validFrom',
        'absence-ends-after-it-began': 'validTo',
        'suspension-needs-a-decision': ['decision', 'number'],
        'leave-needs-a-reason': 'reason',
      }}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        hidden={personId !== undefined}
        label={<FormattedMessage id="membership.member" />}
        rules={[required]}
      >
        <MemberField on={from} />
      </Form.Item>
      <Form.Item name="kind" label={<FormattedMessage id="absence.kind" />}>
        <Radio.Group
          options={AbsenceKind.options.toReversed().map((value) => ({
            value,
            label: intl.formatMessage({ id: `absence.kind.${value}` }),
          }))}
        />
      </Form.Item>
      {kind === 'suspension' && <DecisionFields />}
      <div className="field-row">
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="absence.valid-from" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="validTo"
          label={<FormattedMessage id="absence.valid-to" />}
          extra={<FormattedMessage id="absence.valid-to-note" />}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={<FormattedMessage id="rule.reason" />}
        rules={kind === 'leave' ? [{ ...required, whitespace: true }] : []}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
