import '../../list-page.css';
import { listAttendances, listCertificates } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: courses attended, and certificates with what became of them. */
export function PersonTraining({ personId, on }: Props) {
  const courses = useAnswer(listAttendances, { on, personId, limit: 200 }, { keep: true });
  const held = useAnswer(listCertificates, { on, personId, limit: 100 }, { keep: true });
  return (
    <>
      {courses.isError && <ProblemPanel problem={courses.error} />}
      {courses.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="course.none-of-person" />
        </p>
      )}
      <dl className="facts">
        {courses.data?.items.map(({ courseId, courseName, startsOn, days, hours, result }) => (
          <div key={courseId}>
            <dt>
              <PlaceLink path={`/courses/${courseId}`}>{courseName}</PlaceLink> ·{' '}
              {formatDay(startsOn)}
            </dt>
            <dd>
              <FormattedMessage id="course.days-hours" values={{ days: days.length, hours }} />{' '}
              <Tag>
                <FormattedMessage id={`course.result.${result}`} />
              </Tag>
            </dd>
          </div>
        ))}
        {held.data?.items.map(({ id, number, issuedOn, state, isValid }) => (
          <div key={id}>
            <dt>
              <FormattedMessage id="certificate.title" /> {number} · {formatDay(issuedOn)}
            </dt>
            <dd>
              <Tag color={isValid ? 'success' : 'default'}>
                <FormattedMessage
                  id={
                    state === 'in-use' && !isValid
                      ? 'certificate.over'
                      : `certificate.state.${state}`
                  }
                />
              </Tag>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
