import type { listScores } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';
import type { TemplateNames } from './template-names.ts';

type Answer = Output<typeof listScores>;
type Props = Pick<Answer, 'grades' | 'capAllows'> & { names: TemplateNames };

/** How many have each grade, and how many may have the highest one. */
export function GradeSummary({ grades, capAllows, names }: Props) {
  if (grades.length === 0) return null;
  return (
    <ul className="summary">
      {grades.map(({ code, count }, n) => {
        const most = n === 0 ? capAllows : null;
        const isOver = most !== null && count > most;
        return (
          <li key={code} data-standing={isOver ? 'over' : undefined}>
            <b>{count}</b>
            <span>
              {names.grade(code)}
              {most !== null && (
                <>
                  {' '}
                  <FormattedMessage
                    id={isOver ? 'campaigns.cap-exceeded' : 'campaigns.cap'}
                    values={{ most }}
                  />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
