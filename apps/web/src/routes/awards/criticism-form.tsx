import {
  AwardAuthority,
  type Criticism,
  CriticismSubject,
  listCriticisms,
  recordCriticism,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ReasonItem } from '../../field/reason-item.tsx';
import { newId } from '../../new-id.ts';
import { SubjectFields } from './subject-fields.tsx';

type Fields = Pick<Criticism, 'subject' | 'subjectId' | 'authority' | 'number' | 'reason'> & {
  decidedOn: PlainDate;
};

/** That somebody was criticised, with the document of its own that says so (reporting BR-77). */
function CriticismForm({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(recordCriticism, [listCriticisms]);
  const subject = Form.useWatch('subject', form) ?? 'team';
  const on = Form.useWatch('decidedOn', form) ?? today();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="awards.add.criticisms" />}
      submit={<FormattedMessage id="awards.save" />}
      {...{ form, onClose, initial: { subject: 'team', decidedOn: today() } }}
      places={{
        'award-authority-does-not-stand': 'authority',
        'award-of-ones-own': 'authority',
        'criticism-number-is-taken': 'number',
        'person-is-no-member': 'subjectId',
        'team-did-not-stand': 'subjectId',
      }}
      pending={command.isPending}
      problem={command.error}
      onFinish={(fields) =>
        command.mutate(
          { id, ...fields },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'awards.criticism-recorded' }));
              onClose();
            },
          },
        )
      }
    >
      <SubjectFields subjects={CriticismSubject.options} subject={subject} on={on} />
      <Form.Item
        name="authority"
        label={<FormattedMessage id="awards.column.authority" />}
        rules={[required]}
      >
        <Select
          options={AwardAuthority.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `awards.authority.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="number"
          label={<FormattedMessage id="awards.document-number" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={100} placeholder="31/TB-UBND" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="decidedOn"
          label={<FormattedMessage id="awards.document-on" />}
          rules={[required]}
        >
          <DayField allowClear={false} after={today()} />
        </Form.Item>
      </div>
      <ReasonItem name="reason" label="awards.criticism-reason" most={1_000} />
    </ActForm>
  );
}

// React.lazy takes a default export.
export { CriticismForm as default };
