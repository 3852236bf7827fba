import {
  getInstrument,
  type InstrumentProfile,
  issueInstrument,
  listInForce,
  listInstruments,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { useFieldProblem } from '../../field/field-problem.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { instrumentPlaces } from './instrument-fields.tsx';
import { instrumentName } from './instrument-text.ts';

type Props = { instrument: InstrumentProfile; onClose: () => void };
type Fields = { number: string; signedOn: PlainDate; effectiveFrom: PlainDate };

/** A draft was signed: under which number and from which day it holds. */
export function IssueDialog({ instrument, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const issue = useCommand(issueInstrument, [getInstrument, listInstruments, listInForce]);
  const above = useFieldProblem(form, issue.error, instrumentPlaces);
  const { id, signedOn, effectiveFrom, effectiveTo } = instrument;
  const submit = (fields: Fields) =>
    issue.mutate(
      { ...fields, id, effectiveTo },
      {
        onSuccess: (issued) => {
          const name = instrumentName(intl, issued);
          void message.success(intl.formatMessage({ id: 'instruments.issued' }, { name }));
          onClose();
        },
      },
    );
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  return (
    <Modal
      open
      title={<FormattedMessage id="instruments.act.issue" />}
      okText={<FormattedMessage id="instruments.act.issue" />}
      okButtonProps={{ loading: issue.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {above !== null && <ProblemPanel problem={above} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ number: '', signedOn, effectiveFrom }}
        onFinish={submit}
      >
        <Form.Item name="number" label={<FormattedMessage id="instrument.number" />} rules={rules}>
          <Input placeholder="…/QĐ-UBND" maxLength={80} autoFocus autoComplete="off" />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="signedOn"
            label={<FormattedMessage id="instrument.signed-on" />}
            rules={rules}
          >
            <DayField />
          </Form.Item>
          <Form.Item
            name="effectiveFrom"
            label={<FormattedMessage id="instrument.effective-from" />}
            rules={rules}
          >
            <DayField />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
