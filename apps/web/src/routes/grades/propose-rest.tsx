import { proposeGrades } from '@antt/contracts';
import { App, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { changedAnswers } from './changed-answers.ts';
import type { Row } from './grade-columns.tsx';

type Props = { yearId: string; rows: readonly Row[] };

/** Proposes for those of the list that wait the highest grade that their facts allow; each may be changed afterwards. */
export function ProposeRest({ yearId, rows }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const command = useCommand(proposeGrades, changedAnswers);
  const waiting = rows.filter(
    ({ facts, proposed, notAssessed }) =>
      facts !== null && proposed === null && notAssessed === null,
  );
  if (waiting.length === 0) return null;
  const proposals = waiting.map(({ subjectId, eligible }) => ({
    ...{ subjectId, grade: eligible!, note: '' },
  }));
  return (
    <Button
      loading={command.isPending}
      onClick={() =>
        command.mutate(
          { yearId, proposals },
          {
            onSuccess: ({ proposed }) =>
              void message.success(
                intl.formatMessage({ id: 'grades.proposed-count' }, { count: proposed }),
              ),
            onError: (problem) => void message.error(problemText(intl, problem)),
          },
        )
      }
    >
      <FormattedMessage id="grades.propose-rest" values={{ count: waiting.length }} />
    </Button>
  );
}
