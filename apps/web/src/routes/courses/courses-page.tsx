import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { CourseKind, type CourseRow, listCourses } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { CourseForm } from './course-form.tsx';

/** Courses, drills and competitions for members, latest first. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const [search, setSearch] = useSearchParams();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('posting.write');
  const [recording, setRecording] = useState(false);
  const kind = CourseKind.safeParse(search.get('kind')).data;
  // What is to come is seen today; an earlier day shows what had begun by then.
  const isToday = on === today();
  const question = { on: isToday ? undefined : on, within, kind };
  const list = usePages(listCourses, { ...question, limit: 500 }, { whole: true });
  const record = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRecording(true)}>
      <FormattedMessage id="course.record" />
    </Button>
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.courses" />}
        note={
          <FormattedMessage
            id={isToday ? 'course.page-note-today' : 'course.page-note'}
            values={{ day: formatDay(on) }}
          />
        }
      >
        <ExportButton route="/courses" question={question} />
        {record}
      </PageHeader>
      <div className="toolbar">
        <Select
          className="choose"
          value={kind ?? ''}
          aria-label={intl.formatMessage({ id: 'course.kind' })}
          options={[
            { value: '', label: intl.formatMessage({ id: 'course.kind.all' }) },
            ...CourseKind.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `course.kind.${value}` }),
            })),
          ]}
          onChange={(next: string) =>
            setSearch(
              (old) => {
                const address = new URLSearchParams(old);
                if (next) address.set('kind', next);
                else address.delete('kind');
                return address;
              },
              { replace: true },
            )
          }
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="course.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <PageSkeleton />}
      {list.data && list.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="course.empty" />} action={record}>
          <FormattedMessage id="course.empty-note" />
        </EmptyState>
      )}
      {list.items.length > 0 && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.courses' })}
            columns={columnsOf(intl, { narrow, on })}
            rows={list.items}
            idOf={({ id }) => id}
            onOpen={({ id }) => void navigate(`/courses/${id}${held()}`)}
          />
        </div>
      )}
      {recording && <CourseForm on={on} onClose={() => setRecording(false)} />}
    </div>
  );
}

/** Not over on the day: still to come, or under way. */
function StateTag({ course: { startsOn, endsOn }, on }: { course: CourseRow; on: PlainDate }) {
  if (endsOn < on) return null;
  const state = on < startsOn ? 'planned' : 'running';
  return (
    <Tag color={state === 'running' ? 'processing' : 'default'}>
      <FormattedMessage id={`course.state.${state}`} />
    </Tag>
  );
}

type Shown = { narrow: boolean; on: PlainDate };

function columnsOf(intl: IntlShape, { narrow, on }: Shown): Column<CourseRow>[] {
  const days = ({ startsOn, endsOn }: CourseRow) =>
    startsOn === endsOn
      ? formatDay(startsOn)
      : `${formatDay(startsOn).slice(0, 5)}–${formatDay(endsOn)}`;
  const name: Column<CourseRow> = {
    id: 'name',
    title: intl.formatMessage({ id: 'course.name' }),
    cell: (row) => (
      <span className="two-lines">
        <PlaceLink path={`/courses/${row.id}`}>{row.name}</PlaceLink>
        <small>
          {narrow ? days(row) : row.instrument} <StateTag course={row} on={on} />
        </small>
      </span>
    ),
    text: (row) => row.name,
  };
  const passed: Column<CourseRow> = {
    id: 'passed',
    title: intl.formatMessage({ id: 'course.passed' }),
    width: narrow ? 90 : 120,
    align: 'end',
    cell: (row) => `${row.passed}/${row.attended}`,
    text: (row) => `${row.passed}/${row.attended}`,
  };
  if (narrow) return [name, passed];
  const plain = (
    id: 'days' | 'kind' | 'unit' | 'hours',
    of: (row: CourseRow) => string | number,
  ) => ({
    id,
    title: intl.formatMessage({ id: `course.${id}` }),
    cell: of,
    text: of,
  });
  return [
    name,
    { ...plain('days', days), width: 170 },
    {
      ...plain('kind', (row) => intl.formatMessage({ id: `course.kind.${row.kind}` })),
      width: 170,
    },
    { ...plain('unit', (row) => row.unitName), width: 200 },
    { ...plain('hours', (row) => row.hours), width: 90, align: 'end' },
    passed,
  ];
}
