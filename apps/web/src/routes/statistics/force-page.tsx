import '../../list-page.css';
import './force.css';
import { getForceStatistics } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Segmented, Select, Spin } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { withTexts } from '../../i18n/text.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { type Sort, sorted } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { useAddress } from '../coverage/use-address.ts';
import { CommuneBars } from './commune-bars.tsx';
import { ForceBars } from './force-bars.tsx';
import {
  type Figure,
  figures,
  forceColumns,
  hiddenAtFirst,
  hiddenOnPhones,
  peopleOf,
} from './force-columns.tsx';

const ForceMap = lazy(withTexts('coverage', () => import('./force-map.tsx')));
const views = ['table', 'chart', 'map'] as const;

/** The force by commune on the last day of a window, and who came and left in it. */
export function Component() {
  const intl = useIntl();
  const { within } = useArea();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { search, dayOf, set } = useAddress();
  const view = views.find((one) => one === search.get('view')) ?? 'table';
  const question = { from: dayOf('from'), to: dayOf('to'), within };
  const { data, isPending, isError, error, refetch } = useAnswer(getForceStatistics, question, {
    keep: true,
  });
  const [sort, setSort] = useState<Sort>({ column: '', down: false });
  const columns = useMemo(() => forceColumns(intl, data?.total), [intl, data?.total]);
  const atFirst = narrow ? [...hiddenOnPhones] : hiddenAtFirst;
  const { shown, hidden, hide } = useColumnChoice('force-statistics', columns, atFirst);
  // What nobody records cannot be drawn.
  const drawn = figures.filter((one) => data?.total[one] !== null);
  const figure: Figure = drawn.find((one) => one === search.get('figure')) ?? 'active';
  const field = (end: 'from' | 'to', value: PlainDate | undefined) => (
    <label className="end-day">
      <span>
        <FormattedMessage id={`force.${end}`} />
      </span>
      <DayField
        allowClear={false}
        aria-label={intl.formatMessage({ id: `force.${end}` })}
        value={value}
        onChange={(day) => set(end, day)}
      />
    </label>
  );
  return (
    <div className="list-page force-page">
      <PageHeader
        title={<FormattedMessage id="page.force" />}
        note={
          data && (
            <FormattedMessage
              id="force.note"
              values={{ from: formatDay(data.from), to: formatDay(data.to) }}
            />
          )
        }
      >
        <ExportButton route="/force-statistics" question={question} />
      </PageHeader>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.view' })}
          value={view}
          options={views.map((value) => ({
            value,
            label: intl.formatMessage({ id: `force.view.${value}` }),
          }))}
          onChange={(next) => set('view', next === 'table' ? null : next)}
        />
        {field('from', question.from ?? data?.from)}
        {field('to', question.to ?? data?.to)}
        {data && (
          <span className="count">
            <FormattedNumber value={data.total.active} /> <FormattedMessage id="force.serve" />
          </span>
        )}
        {view === 'table' ? (
          <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
        ) : (
          <Select
            className="choose-figure"
            value={figure}
            aria-label={intl.formatMessage({ id: 'force.choose-figure' })}
            options={drawn.map((value) => ({
              value,
              label: intl.formatMessage({ id: `force.hint.${value}` }),
            }))}
            onChange={(next) => set('figure', next === 'active' ? null : next)}
          />
        )}
      </div>
      {isError && <ProblemPanel problem={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <PageSkeleton />
      ) : (
        data && (
          <>
            {view === 'chart' && (
              <>
                <ForceBars total={data.total} />
                <CommuneBars on={data.to} rows={data.items} figure={figure} />
              </>
            )}
            {view === 'map' && (
              <Suspense fallback={<Spin className="waiting" />}>
                <ForceMap
                  on={data.to}
                  rows={data.items}
                  figure={figure}
                  onChoose={(id) => void navigate(`/people${held(peopleOf(figure, data.to, id))}`)}
                />
              </Suspense>
            )}
            {view === 'table' && (
              <div className="list">
                <Sheet
                  label={intl.formatMessage({ id: 'page.force' })}
                  columns={shown}
                  rows={sorted(data.items, columns, sort)}
                  idOf={({ unit }) => unit.id}
                  sort={sort}
                  onSort={setSort}
                  empty={<EmptyState title={<FormattedMessage id="force.none" />} />}
                />
              </div>
            )}
          </>
        )
      )}
    </div>
  );
}
