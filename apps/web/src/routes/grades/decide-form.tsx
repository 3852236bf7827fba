import { PlusOutlined } from '@ant-design/icons';
import {
  decideGrades,
  type GradeRow,
  type GradeYear,
  listGrades,
  YearlyGrade,
} from '@antt/contracts';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { TypedConfirmation } from '../../field/typed-confirmation.tsx';
import { newId } from '../../new-id.ts';
import { usePages } from '../../pages.ts';
import { changedAnswers } from './changed-answers.ts';
import { CapSummary } from './cap-summary.tsx';
import { gradeText, subjectText } from './grade-text.ts';

type Fields = DecisionFieldsOf & {
  changes?: { subjectId: string; grade: YearlyGrade; reason: string }[];
};
type Props = { year: GradeYear; onClose: () => void };

/** The chair's decision over the whole commune, with the cap beside it and what is decided otherwise than proposed. */
export function DecideForm({ year, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(newId);
  const command = useCommand(decideGrades, changedAnswers);
  const all = { yearId: year.id, limit: 1_000 };
  const teams = usePages(listGrades, { ...all, subject: 'team' }, { whole: true });
  const members = usePages(listGrades, { ...all, subject: 'member' }, { whole: true });
  const options = [...teams.items, ...members.items]
    .filter(({ notAssessed }) => notAssessed === null)
    .map((row: GradeRow) => ({
      value: row.subjectId,
      label: `${subjectText(intl, row)} (${gradeText(intl, row.proposed)})`,
    }));
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const text = (what: 'change-subject' | 'change-grade' | 'change-reason') =>
    intl.formatMessage({ id: `grades.${what}` });
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="grades.decide" />}
      submit={<FormattedMessage id="grades.decide" />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      places={{ 'grade-year-not-over': ['decision', 'signedOn'] }}
      onFinish={({ decision, changes = [] }) =>
        command.mutate(
          { id, yearId: year.id, ...decision, changes },
          {
            onSuccess: (stands) => {
              void message.success(intl.formatMessage({ id: 'grades.decided-count' }, stands));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="grades.decide-note" />
      </p>
      {year.cap.map((cap) => (
        <section key={cap.subject} className="cap-of">
          <h2>
            <FormattedMessage id={`grades.subject.${cap.subject}`} />
          </h2>
          <CapSummary cap={cap} decided={false} />
        </section>
      ))}
      <DecisionFields />
      <section className="changes">
        <h2>
          <FormattedMessage id="grades.changes" />
        </h2>
        <Form.List name="changes">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ name, key }) => (
                <fieldset key={key} className="change">
                  <Form.Item
                    name={[name, 'subjectId']}
                    rules={[required]}
                    label={text('change-subject')}
                  >
                    <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
                  </Form.Item>
                  <Form.Item name={[name, 'grade']} rules={[required]} label={text('change-grade')}>
                    <Select
                      options={YearlyGrade.options.map((value) => ({
                        value,
                        label: gradeText(intl, value),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'reason']}
                    label={text('change-reason')}
                    rules={[required, { min: 5, whitespace: true }]}
                  >
                    <Input maxLength={500} autoComplete="off" />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>
                    <FormattedMessage id="grades.remove-change" />
                  </Button>
                </fieldset>
              ))}
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
                <FormattedMessage id="grades.add-change" />
              </Button>
            </>
          )}
        </Form.List>
      </section>
      <TypedConfirmation what={intl.formatMessage({ id: 'grades.year-of' }, { year: year.year })} />
    </ActForm>
  );
}
