import '../../list-page.css';
import '../teams/teams.css';
import { type AttendanceRow, getCourse, listAttendances, listCertificates } from '@antt/contracts';
import { Button, Tag } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { AttendanceForm } from './attendance-form.tsx';
import { CertificateForm } from './certificate-form.tsx';

/** One course: what it is, who attended, and who holds its certificate. */
export function Component() {
  const { courseId = '' } = useParams();
  const { on } = useDay();
  const mayWrite = useMay('posting.write');
  const [attending, setAttending] = useState(false);
  const [certified, setCertified] = useState<AttendanceRow | null>(null);
  const answer = useAnswer(getCourse, { id: courseId });
  const question = { on, courseId };
  const attendances = usePages(listAttendances, { ...question, limit: 1000 }, { whole: true });
  const certificates = usePages(listCertificates, { ...question, limit: 1000 }, { whole: true });
  if (answer.isError) return <ProblemPanel problem={answer.error} />;
  if (!answer.data) return <PageSkeleton />;
  const course = answer.data;
  const numberOf = new Map(certificates.items.map(({ personId, number }) => [personId, number]));
  const facts: [MessageId, ReactNode][] = [
    ['course.days', [...new Set([course.startsOn, course.endsOn])].map(formatDay).join(' – ')],
    ['course.hours', course.hours],
    ['course.kind', <FormattedMessage key="kind" id={`course.kind.${course.kind}`} />],
    [
      'course.topics',
      course.topics.map((topic, n) => (
        <Fragment key={topic}>
          {n > 0 && <br />}
          <FormattedMessage id={`course.topic.${topic}`} />
        </Fragment>
      )),
    ],
    ['course.unit', course.unitName],
    ['course.place', course.place],
    ['course.organiser', course.organiser],
    ['course.instrument', course.instrument],
  ];
  const attend = mayWrite && (
    <Button type="primary" onClick={() => setAttending(true)}>
      <FormattedMessage id="course.attend" />
    </Button>
  );
  return (
    <>
      <PageHeader
        title={course.name}
        note={
          <PlaceLink path="/courses">
            <FormattedMessage id="page.courses" />
          </PlaceLink>
        }
      >
        {attend}
      </PageHeader>
      <div className="profile">
        <section>
          <FactList facts={facts} />
        </section>
        <section>
          <div className="toolbar">
            <h2>
              <FormattedMessage id="course.attended" values={{ count: attendances.total }} />
            </h2>
            <ExportButton route="/attendances" question={question} />
          </div>
          {attendances.data && attendances.total === 0 && (
            <EmptyState title={<FormattedMessage id="course.nobody" />} action={attend} />
          )}
          <dl className="facts">
            {attendances.items.map((row) => (
              <div key={row.personId}>
                <dt>
                  <PlaceLink path={`/people/${row.personId}`}>{row.personName}</PlaceLink>
                  <small>{row.team?.name}</small>
                </dt>
                <dd>
                  <FormattedMessage
                    id="course.days-hours"
                    values={{ days: row.days.length, hours: row.hours }}
                  />{' '}
                  <Tag color={row.result === 'passed' ? 'success' : 'default'}>
                    <FormattedMessage id={`course.result.${row.result}`} />
                  </Tag>
                  <small>{numberOf.get(row.personId)}</small>
                  {mayWrite && row.result === 'passed' && !numberOf.has(row.personId) && (
                    <Button size="small" onClick={() => setCertified(row)}>
                      <FormattedMessage id="certificate.issue" />
                    </Button>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {attending && <AttendanceForm course={course} onClose={() => setAttending(false)} />}
      {certified && <CertificateForm attendance={certified} onClose={() => setCertified(null)} />}
    </>
  );
}
