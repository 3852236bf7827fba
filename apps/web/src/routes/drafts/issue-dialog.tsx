import '../../field/field.css';
import {
  getCoverage,
  getDraft,
  issueDraft,
  listDrafts,
  listInstruments,
  listQuotas,
} from '@antt/contracts';
import { type Output, type PlainDate, Problem, today } from '@antt/kernel';
import { App, Button, Form, type FormRule, Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  number: string;
  signedOn: PlainDate;
  effectiveFrom: PlainDate;
  confirmation: string;
};
type Fault = { unitId: string; name: string; fault: string };
type Props = { draft: Output<typeof getDraft>; onClose: () => void };

/** Issuing cannot be taken back, so the number is typed a second time. */
export function IssueDialog({ draft, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [instrumentId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const number = Form.useWatch('number', form);
  const confirmation = Form.useWatch('confirmation', form);
  const issue = useCommand(issueDraft, [
    getDraft,
    listDrafts,
    listInstruments,
    listQuotas,
    getCoverage,
  ]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  /** A decision holds from its signature on at the earliest; told where the day is mended. */
  const signedInTime: FormRule = ({ getFieldValue }) => ({
    validator: (_, signedOn?: PlainDate) => {
      const on = getFieldValue('effectiveFrom') as PlainDate | undefined;
      if (!signedOn || !on || signedOn <= on) return Promise.resolve();
      const days = { signedOn: formatDay(signedOn), on: formatDay(on) };
      return Promise.reject(
        new Error(intl.formatMessage({ id: 'problem.draft-signed-after-effect' }, days)),
      );
    },
  });
  const faults =
    issue.error instanceof Problem && issue.error.type === 'draft-not-ready'
      ? ((issue.error.body.faults ?? []) as Fault[])
      : [];
  const submit = (fields: Fields) =>
    issue.mutate(
      { id: draft.id, instrumentId, ...fields },
      {
        onSuccess: ({ communes, teams, members }) => {
          void message.success(
            intl.formatMessage(
              { id: 'drafts.issue.done' },
              {
                number: fields.number,
                communes,
                teams,
                members,
                day: formatDay(fields.effectiveFrom),
              },
            ),
          );
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={<FormattedMessage id="drafts.issue.title" />}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button
            type="primary"
            danger
            loading={issue.isPending}
            disabled={!number || confirmation !== number}
            onClick={() => form.submit()}
          >
            <FormattedMessage id="drafts.issue.submit" />
          </Button>
        </>
      }
    >
      {issue.isError && <ProblemPanel problem={issue.error} />}
      {faults.length > 0 && (
        <ul className="faults">
          {faults.slice(0, 30).map(({ unitId, name, fault }) => (
            <li key={unitId}>
              <b>{name}</b>: {intl.formatMessage({ id: `drafts.fault.${fault}` as never })}
            </li>
          ))}
        </ul>
      )}
      <p className="issue-note">
        <FormattedMessage id="drafts.issue.note" />
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ effectiveFrom: draft.effectiveFrom, signedOn: today() }}
        onFinish={submit}
      >
        <Form.Item
          name="number"
          label={<FormattedMessage id="drafts.issue.number" />}
          rules={[required]}
        >
          <Input placeholder="…/QĐ-UBND" autoComplete="off" />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="signedOn"
            label={<FormattedMessage id="drafts.issue.signed" />}
            dependencies={['effectiveFrom']}
            rules={[required, signedInTime]}
          >
            <DayField />
          </Form.Item>
          <Form.Item
            name="effectiveFrom"
            label={<FormattedMessage id="drafts.form.effective" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        </div>
        <Form.Item
          name="confirmation"
          label={<FormattedMessage id="drafts.issue.confirm" />}
          rules={[required]}
        >
          <Input autoComplete="off" onPaste={(event) => event.preventDefault()} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
