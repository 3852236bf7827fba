import type { RecruitmentClock } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';

type Props = {
  clock: RecruitmentClock;
  /** The act itself is named beside it. */
  brief?: boolean;
};

/** Who owes what until when, and by how much it is or was late. */
export function ClockText({ clock, brief = false }: Props) {
  const { step, by, dueOn, doneOn, daysLate } = clock;
  return (
    <span className="recruitment-clock">
      <span>
        <FormattedMessage id={`recruitments.body.${by}`} />
        {brief ? ', ' : ': '}
        {!brief && (
          <>
            <FormattedMessage id={`recruitments.step.${step}`} />
            {', '}
          </>
        )}
        {doneOn === null ? (
          <FormattedMessage id="recruitments.due" values={{ day: formatDay(dueOn) }} />
        ) : (
          <FormattedMessage
            id="recruitments.done"
            values={{ day: formatDay(doneOn), due: formatDay(dueOn) }}
          />
        )}
      </span>
      {daysLate > 0 && (
        <Tag color={doneOn === null ? 'error' : 'warning'}>
          <FormattedMessage id="recruitments.late" values={{ days: daysLate }} />
        </Tag>
      )}
    </span>
  );
}
