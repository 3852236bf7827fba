import type { GradeCapState } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';

type Props = { cap: GradeCapState; decided: boolean };

/** How many have each grade, how many may have the highest, and how many wait. */
export function CapSummary({ cap, decided }: Props) {
  const { has, most, grades, subjects, proposed, notAssessed } = cap;
  const isOver = most !== null && has > most;
  const waiting = subjects - proposed - notAssessed;
  return (
    <ul className="summary">
      {grades.map(({ grade, count }, n) => (
        <li key={grade} data-standing={n === 0 && isOver ? 'over' : undefined}>
          <b>{count}</b>
          <span>
            <FormattedMessage id={`grades.grade.${grade}`} />
            {n === 0 && most !== null && (
              <>
                {' '}
                <FormattedMessage
                  id={isOver ? 'grades.cap-exceeded' : 'grades.cap'}
                  values={{ most }}
                />
              </>
            )}
          </span>
        </li>
      ))}
      <li>
        <b>{notAssessed}</b>
        <span>
          <FormattedMessage id="grades.not-assessed" />
        </span>
      </li>
      {!decided && (
        <li data-standing={waiting > 0 ? 'over' : undefined}>
          <b>{waiting}</b>
          <span>
            <FormattedMessage id="grades.waiting" />
          </span>
        </li>
      )}
    </ul>
  );
}
