import { type AttendanceRow, issueCertificate, listCertificates } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { lastDayItem } from '../../field/last-day.ts';
import { newId } from '../../new-id.ts';

type Fields = { number: string; issuedOn: PlainDate; validTo?: PlainDate | null };
type Props = { attendance: AttendanceRow; onClose: () => void };

/** The certificate of who passed; its number is its own (law BR-76). */
export function CertificateForm({ attendance, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const { courseId, personId, personName, endsOn } = attendance;
  const issue = useCommand(issueCertificate, [listCertificates]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ validTo, ...fields }: Fields) =>
    issue.mutate(
      { id, courseId, personId, ...fields, validTo: validTo ?? null },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'membership.recorded' }));
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={
        <>
          <FormattedMessage id="certificate.issue" />: {personName}
        </>
      }
      submit={<FormattedMessage id="certificate.issue" />}
      form={form}
      initial={{ issuedOn: endsOn }}
      pending={issue.isPending}
      problem={issue.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="number"
        label={<FormattedMessage id="certificate.number" />}
        rules={[required]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="issuedOn"
          label={<FormattedMessage id="certificate.issued-on" />}
          rules={[required]}
        >
          <DayField before={endsOn} />
        </Form.Item>
        <Form.Item
          {...lastDayItem}
          name="validTo"
          label={<FormattedMessage id="certificate.valid-to" />}
        >
          <DayField />
        </Form.Item>
      </div>
    </ActForm>
  );
}
