import { correctGrades, type getGrade, type YearlyGrade } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useCommand } from '../../answer.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { newId } from '../../new-id.ts';
import { changedAnswers } from './changed-answers.ts';
import { factsOf, FactsFields, type FactsTyped, typedOf } from './facts-fields.tsx';
import { GradeChoice } from './grade-choice.tsx';

type Fields = DecisionFieldsOf & {
  grade: YearlyGrade;
  why: string;
  facts?: FactsTyped;
};
type Props = { yearId: string; grade: Output<typeof getGrade>; onClose: () => void };

/** Another decision that changes one grade, says why, and may set its facts right. */
export function CorrectForm({ yearId, grade, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(newId);
  const [withFacts, setWithFacts] = useState(false);
  const command = useCommand(correctGrades, changedAnswers);
  const { subjectId, subject, decided, checks } = grade;
  const send = ({ decision, grade: chosen, why, facts }: Fields) => {
    const right = withFacts && facts ? factsOf(facts) : null;
    // Who turns out to be under proceedings has no grade.
    const stands = right?.underProceedings ? null : chosen;
    command.mutate(
      {
        id,
        yearId,
        ...decision,
        reason: why,
        changes: [{ subjectId, grade: stands, facts: right }],
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'grades.corrected' }));
          onClose();
        },
      },
    );
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="grades.correct" />}
      submit={<FormattedMessage id="grades.correct" />}
      form={form}
      initial={{ grade: decided, facts: typedOf(grade.facts, checks) }}
      pending={command.isPending}
      problem={command.error}
      places={{ 'grade-year-not-over': ['decision', 'signedOn'] }}
      onFinish={send}
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="grades.correct-note" />
      </p>
      <GradeChoice label="grades.corrected-grade" highest={withFacts ? null : grade.eligible} />
      <Form.Item>
        <Checkbox checked={withFacts} onChange={({ target }) => setWithFacts(target.checked)}>
          <FormattedMessage id="grades.correct-facts" />
        </Checkbox>
      </Form.Item>
      {withFacts && <FactsFields checks={checks} isTeam={subject === 'team'} />}
      <ReasonItem label="grades.correct-reason" most={1_000} />
      <DecisionFields />
    </ActForm>
  );
}
