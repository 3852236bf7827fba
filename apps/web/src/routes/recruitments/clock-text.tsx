import type { RecruitmentClock } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';

/** Who owes what until when, and by how much it is or was late. */
export function ClockText({ clock }: { clock: RecruitmentClock }) {
  const { step, by, dueOn, doneOn, daysLate } = clock;
  return (
    <span className="recruitment-clock">
      <span>
        <FormattedMessage id={`recruitments.body.${by}`} />
        {': '}
        <FormattedMessage id={`recruitments.step.${step}`} />
        {', '}
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
