import '../../list-page.css';
import './grades.css';
import { getGrade, getGradeYear } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { ChecksTable } from './checks-table.tsx';
import { CorrectForm } from './correct-form.tsx';
import { FactsForm } from './facts-form.tsx';
import { gradeText, missingText, subjectText } from './grade-text.ts';
import { ProposeForm } from './propose-form.tsx';

/** How one grade came about, and the acts that say or change it. */
export function Component() {
  const intl = useIntl();
  const { yearId = '', subjectId = '' } = useParams();
  const year = useAnswer(getGradeYear, { id: yearId });
  const answer = useAnswer(getGrade, { yearId, subjectId });
  const may = { propose: useMay('grade.write'), decide: useMay('grade.decide') };
  const [act, setAct] = useState<'facts' | 'propose' | 'correct' | null>(null);
  const failed = year.error ?? answer.error;
  if (failed) return <ProblemPanel problem={failed} onRetry={() => void answer.refetch()} />;
  if (!year.data || !answer.data) return <PageSkeleton />;
  const grade = answer.data;
  const decided = year.data.state === 'decided';
  const form = { yearId, grade, onClose: () => setAct(null) };
  const { subject, notAssessed, reportsDue } = grade;
  return (
    <div className="grade">
      <PageHeader
        title={subjectText(intl, grade)}
        note={
          <>
            <PlaceLink path={`/grades/${yearId}`} search={{ subject }}>
              <FormattedMessage
                id="grades.title"
                values={{ year: year.data.year, unit: unitName(year.data) }}
              />
            </PlaceLink>
            {subject === 'member' && ` · ${grade.teamName}`}
            {grade.position &&
              ` · ${intl.formatMessage({ id: `people.position.${grade.position}` })}`}
          </>
        }
      >
        {may.propose && !decided && (
          <>
            <Button onClick={() => setAct('facts')}>
              <FormattedMessage id="grades.enter-facts" />
            </Button>
            {notAssessed === null && (
              <Button type="primary" onClick={() => setAct('propose')}>
                <FormattedMessage id="grades.propose" />
              </Button>
            )}
          </>
        )}
        {may.decide && decided && (
          <Button onClick={() => setAct('correct')}>
            <FormattedMessage id="grades.correct" />
          </Button>
        )}
      </PageHeader>
      {notAssessed && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={<FormattedMessage id={`grades.not-assessed.${notAssessed}`} />}
        />
      )}
      <ul className="summary">
        {(['eligible', 'proposed', ...(decided ? (['decided'] as const) : [])] as const).map(
          (of) => (
            <li key={of}>
              <b>{gradeText(intl, grade[of])}</b>
              <span>
                <FormattedMessage id={`grades.${of}`} />
              </span>
            </li>
          ),
        )}
      </ul>
      {grade.missing.length > 0 && (
        <p className="grade-missing">
          <FormattedMessage id="grades.why-not-next" /> {missingText(intl, grade.missing)}
        </p>
      )}
      <section className="grade-known">
        <h2>
          <FormattedMessage id="grades.by-platform" />
        </h2>
        <FactList
          facts={[
            ['grades.months', String(grade.months)],
            ['grades.months-in-team', subject === 'member' && String(grade.monthsInTeam)],
            [
              'grades.new-in-team',
              grade.newInTeam && intl.formatMessage({ id: 'grades.said.yes' }),
            ],
            [
              'grades.reports',
              reportsDue !== null &&
                intl.formatMessage(
                  { id: 'grades.reports-of' },
                  { due: reportsDue, sent: grade.reportsSent, inTime: grade.reportsInTime },
                ),
            ],
          ]}
        />
        {grade.facts?.note && <q>{grade.facts.note}</q>}
      </section>
      <ChecksTable checks={grade.checks} />
      <section className="grade-history">
        <h2>
          <FormattedMessage id="grades.history" />
        </h2>
        {grade.history.length === 0 && (
          <p className="faint">
            <FormattedMessage id="grades.no-history" />
          </p>
        )}
        <ol>
          {grade.history.map((one, n) => (
            <li key={n}>
              <FormattedMessage id={`grades.act.${one.act}`} />
              {one.act !== 'facts' && (
                <>
                  :{' '}
                  <b>
                    {one.grade
                      ? gradeText(intl, one.grade)
                      : intl.formatMessage({ id: 'grades.not-assessed' })}
                  </b>
                </>
              )}{' '}
              <small className="faint">
                {one.by}, {formatMoment(one.at)}
              </small>
              {one.note && <q>{one.note}</q>}
            </li>
          ))}
        </ol>
      </section>
      {act === 'facts' && <FactsForm {...form} />}
      {act === 'propose' && <ProposeForm {...form} />}
      {act === 'correct' && <CorrectForm {...form} />}
    </div>
  );
}
