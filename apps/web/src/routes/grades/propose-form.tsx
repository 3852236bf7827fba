import { type getGrade, proposeGrades, type YearlyGrade } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { changedAnswers } from './changed-answers.ts';
import { GradeChoice } from './grade-choice.tsx';
import { gradeText } from './grade-text.ts';

type Fields = { grade: YearlyGrade; note?: string };
type Props = { yearId: string; grade: Output<typeof getGrade>; onClose: () => void };

/** The grade that the commune police propose: none above the highest eligible one. */
export function ProposeForm({ yearId, grade, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const command = useCommand(proposeGrades, changedAnswers);
  const { subjectId, eligible, proposed } = grade;
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="grades.propose" />}
      form={form}
      submit={<FormattedMessage id="grades.propose" />}
      initial={{ grade: proposed ?? eligible }}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ grade: chosen, note = '' }) =>
        command.mutate(
          { yearId, proposals: [{ subjectId, grade: chosen, note }] },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'grades.proposed-one' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="grades.propose-note" values={{ grade: gradeText(intl, eligible) }} />
      </p>
      <GradeChoice label="grades.proposed" highest={eligible} />
      <Form.Item name="note" label={<FormattedMessage id="grades.fact.note" />}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
    </ActForm>
  );
}
