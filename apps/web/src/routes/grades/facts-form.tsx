import { enterGradeFacts, type getGrade } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { changedAnswers } from './changed-answers.ts';
import { factsOf, FactsFields, type FactsTyped, typedOf } from './facts-fields.tsx';

type Props = { yearId: string; grade: Output<typeof getGrade>; onClose: () => void };

/** What the commune police say of a team or member. */
export function FactsForm({ yearId, grade, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ facts: FactsTyped }>();
  const [id] = useState(newId);
  const command = useCommand(enterGradeFacts, changedAnswers);
  const { subjectId, subject, facts, checks } = grade;
  return (
    <ActForm<{ facts: FactsTyped }>
      title={<FormattedMessage id="grades.enter-facts" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ facts: typedOf(facts, checks) }}
      pending={command.isPending}
      problem={command.error}
      places={{
        'grade-tasks-done-are-assigned': ['facts', 'tasksDone'],
        'grade-absences-are-of-meetings': ['facts', 'meetings'],
      }}
      onFinish={(fields) =>
        command.mutate(
          { id, yearId, subjectId, facts: factsOf(fields.facts) },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'grades.facts-entered' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id="grades.facts-note" />
      </p>
      <FactsFields checks={checks} isTeam={subject === 'team'} />
    </ActForm>
  );
}
