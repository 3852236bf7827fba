import {
  endSupervision,
  listSupervisions,
  type Quarter,
  replaceSupervision,
  reportSupervision,
  type Supervision,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { newId } from '../../new-id.ts';
import { quarterName } from './quarter-name.tsx';
import { reportable } from './supervision.rules.ts';

type Props = { supervision: Supervision; on: PlainDate; onClose: () => void };

function useRequired() {
  const intl = useIntl();
  return { required: true, message: intl.formatMessage({ id: 'field.required' }) };
}

/** The report of a quarter came (law BR-97). */
export function ReportForm({ supervision, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ quarter: Quarter; reportedOn: PlainDate }>();
  const report = useCommand(reportSupervision, [listSupervisions]);
  const required = useRequired();
  const quarters = reportable(supervision, on);
  return (
    <ActForm<{ quarter: Quarter; reportedOn: PlainDate }>
      title={<FormattedMessage id="supervisions.report" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ quarter: quarters[0], reportedOn: on }}
      pending={report.isPending}
      problem={report.error}
      places={{ 'supervision-not-of-quarter': 'quarter' }}
      onFinish={(fields) =>
        report.mutate(
          { ...fields, id: supervision.id },
          {
            onSuccess: () => {
              const values = { quarter: quarterName(intl, fields.quarter) };
              void message.success(intl.formatMessage({ id: 'supervisions.reported' }, values));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="quarter"
        label={<FormattedMessage id="supervisions.of-quarter" />}
        rules={[required]}
      >
        <Select options={quarters.map((value) => ({ value, label: quarterName(intl, value) }))} />
      </Form.Item>
      <Form.Item
        name="reportedOn"
        label={<FormattedMessage id="supervisions.reported-on" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}

type Replaced = DecisionFieldsOf & { personId: string; validFrom: PlainDate };
type ReplaceProps = Props & { onDone: (supervision: Supervision) => void };

/** Another member goes on by a new decision; the former one ends that day (law BR-96). */
export function ReplaceForm({ supervision, on, onDone, onClose }: ReplaceProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Replaced>();
  const signedOn = Form.useWatch(['decision', 'signedOn'], form) ?? on;
  const replace = useCommand(replaceSupervision, [listSupervisions]);
  const required = useRequired();
  return (
    <ActForm<Replaced>
      title={<FormattedMessage id="supervisions.replace" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ decision: { signedOn: on }, validFrom: on }}
      pending={replace.isPending}
      problem={replace.error}
      places={{
        'person-does-not-serve': ['decision', 'signedOn'],
        'supervision-ends-after-it-began': 'validFrom',
        'supervised-have-one-member-a-day': 'validFrom',
      }}
      onFinish={(fields) =>
        replace.mutate(
          { ...fields, id, followsId: supervision.id },
          {
            onSuccess: (next) => {
              void message.success(intl.formatMessage({ id: 'supervisions.replaced' }));
              onDone(next);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        label={<FormattedMessage id="supervisions.next-member" />}
        rules={[required]}
      >
        <MemberField on={signedOn} />
      </Form.Item>
      <DecisionFields />
      <Form.Item
        name="validFrom"
        label={<FormattedMessage id="supervisions.valid-from" />}
        extra={
          <FormattedMessage
            id="supervisions.replace-note"
            values={{ name: supervision.personName }}
          />
        }
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}

/** The supervision ends, since the sentence does. */
export function EndSupervisionForm({ supervision, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ validTo: PlainDate }>();
  const end = useCommand(endSupervision, [listSupervisions]);
  const required = useRequired();
  return (
    <ActForm<{ validTo: PlainDate }>
      title={<FormattedMessage id="supervisions.end" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ validTo: on > supervision.validFrom ? on : null }}
      pending={end.isPending}
      problem={end.error}
      places={{
        'supervision-ends-after-it-began': 'validTo',
        'supervision-is-ended': 'validTo',
      }}
      onFinish={({ validTo }) =>
        end.mutate(
          { id: supervision.id, validTo },
          {
            onSuccess: () => {
              const values = { day: formatDay(validTo) };
              void message.success(intl.formatMessage({ id: 'supervisions.ended' }, values));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="validTo"
        label={<FormattedMessage id="supervisions.valid-to" />}
        extra={<FormattedMessage id="supervisions.end-note" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}
