import '../../list-page.css';
import './grades.css';
import { SearchOutlined } from '@ant-design/icons';
import { getGradeYear, GradeRowState, GradeSubject, listGrades } from '@antt/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { CapSummary } from './cap-summary.tsx';
import { DecideForm } from './decide-form.tsx';
import { gradeColumns, type Row, standingTag } from './grade-columns.tsx';
import { missingText, subjectText } from './grade-text.ts';
import { ProposeRest } from './propose-rest.tsx';
import { SchemeNote } from './scheme-note.tsx';

/** A commune's year: its teams and its members with facts, eligible, proposed and decided grades, and the cap. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { yearId = '' } = useParams();
  const { search, put } = useAddress();
  const year = useAnswer(getGradeYear, { id: yearId });
  const may = { propose: useMay('grade.write'), decide: useMay('grade.decide') };
  const [deciding, setDeciding] = useState(false);
  const subject = GradeSubject.safeParse(search.get('subject')).data ?? 'team';
  const text = search.get('q') ?? '';
  const question = {
    ...{ subject, q: useSettled(text) || undefined },
    state: GradeRowState.safeParse(search.get('state')).data,
  };
  const list = usePages(listGrades, { ...question, yearId, limit: 1_000 }, { whole: true });
  const { items } = list;
  const rows = useMemo(
    () => items.map((row): Row => ({ ...row, id: row.subjectId })),
    // A list of its own for each draw; the answer says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [list.data],
  );
  if (year.isError)
    return <ProblemPanel problem={year.error} onRetry={() => void year.refetch()} />;
  if (!year.data) return <PageSkeleton />;
  const decided = year.data.state === 'decided';
  const cap = year.data.cap.find((one) => one.subject === subject);
  const [last] = year.data.decisions;
  const changed = rows.some(({ reason }) => reason !== '');
  const pathOf = (subjectId: string) => `/grades/${yearId}/${subjectId}`;
  return (
    <div className="list-page grades">
      <PageHeader
        title={
          <FormattedMessage
            id="grades.title"
            values={{ year: year.data.year, unit: unitName(year.data) }}
          />
        }
        note={
          last ? (
            <FormattedMessage
              id={last.revision > 1 ? 'grades.corrected-by' : 'grades.decided-by'}
              values={{ number: last.number, day: formatDay(last.signedOn) }}
            />
          ) : (
            <FormattedMessage
              id="grades.year-days"
              values={{
                ...{ year: year.data.year, from: formatDay(year.data.from) },
                to: formatDay(year.data.to),
              }}
            />
          )
        }
      >
        <ExportButton route={`/grade-years/${yearId}/grades`} question={question} />
        {may.propose && !decided && <ProposeRest yearId={yearId} rows={rows} />}
        {may.decide && !decided && (
          <Button type="primary" onClick={() => setDeciding(true)}>
            <FormattedMessage id="grades.decide" />
          </Button>
        )}
      </PageHeader>
      <SchemeNote scheme={year.data.scheme} />
      <div className="toolbar">
        <Segmented<GradeSubject>
          value={subject}
          aria-label={intl.formatMessage({ id: 'grades.subject' })}
          options={GradeSubject.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `grades.subject.${value}` }),
          }))}
          onChange={(next) => put({ subject: next, q: undefined, state: undefined })}
        />
        <Input
          className="find"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          value={text}
          placeholder={intl.formatMessage({ id: 'grades.find' })}
          aria-label={intl.formatMessage({ id: 'grades.find' })}
          onChange={({ target }) => put({ q: target.value })}
        />
        <Select
          className="choose"
          allowClear
          value={question.state ?? null}
          placeholder={intl.formatMessage({ id: 'grades.every-state' })}
          aria-label={intl.formatMessage({ id: 'grades.state' })}
          options={GradeRowState.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `grades.row-state.${value}` }),
          }))}
          onChange={(next?: string) => put({ state: next })}
        />
        {list.data && (
          <span className="count">
            <FormattedMessage id="grades.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      {cap && <CapSummary cap={cap} decided={decided} />}
      <Listed
        list={{ ...list, items: rows }}
        label={intl.formatMessage({ id: `grades.subject.${subject}` })}
        columns={gradeColumns(intl, { subject, decided, changed, pathOf })}
        card={{
          title: (row) => subjectText(intl, row),
          tag: (row) => standingTag(intl, row),
          lines: (row) => [
            subject === 'member' &&
              `${row.teamName} · ${intl.formatMessage({ id: `people.position.${row.position!}` })}`,
            row.eligible &&
              `${intl.formatMessage({ id: 'grades.eligible' })}: ${intl.formatMessage({ id: `grades.grade.${row.eligible}` })}`,
            missingText(intl, row.missing),
          ],
        }}
        onOpen={(subjectId) => void navigate(pathOf(subjectId) + held())}
        empty={
          <EmptyState title={<FormattedMessage id="grades.none" />}>
            <FormattedMessage id="grades.none-note" />
          </EmptyState>
        }
      />
      {deciding && <DecideForm year={year.data} onClose={() => setDeciding(false)} />}
    </div>
  );
}
