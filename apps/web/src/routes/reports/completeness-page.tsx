import '../../list-page.css';
import './reports.css';
import { CompletenessLevel, listCompleteness } from '@antt/contracts';
import { Segmented, Spin } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { completenessColumns, shareOf } from './completeness-columns.tsx';
import { completenessMeasures } from './completeness.rules.ts';
import { PeriodChoice } from './period-choice.tsx';
import { PeriodNote } from './period-note.tsx';
import { usePeriods } from './use-periods.ts';

const CompletenessMap = lazy(() => import('./completeness-map.tsx'));

/** How complete and how much in time the reports of a period are, unit by unit, in the tree of that period. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { within } = useArea();
  const periods = usePeriods();
  const { period, sender } = periods;
  const navigate = useNavigate();
  const held = useHeldSearch();
  const isMap = search.get('view') === 'map';
  const asked = CompletenessLevel.safeParse(search.get('level')).data ?? 'commune';
  const level = isMap ? 'commune' : asked;
  const measure =
    completenessMeasures.find((one) => one === search.get('measure')) ?? completenessMeasures[0];
  const sort = readSort(search.get('sort') ?? 'share');
  const question = {
    kindCode: period?.kindCode ?? '',
    sender: sender ?? ('team' as const),
    on: period?.to ?? '',
    ...{ within, level },
  };
  const answer = useAnswer(
    listCompleteness,
    { ...question, limit: 5000 },
    { enabled: Boolean(period), keep: true },
  );
  const whole = answer.data?.whole;
  const columns = useMemo(() => completenessColumns(intl, whole), [intl, whole]);
  const rows = sorted(answer.data?.items ?? [], columns, sort);
  const share = whole && shareOf(whole);
  return (
    <div className="list-page reports">
      <PageHeader
        title={<FormattedMessage id="page.report-completeness" />}
        note={period && <PeriodNote period={period} />}
      >
        {period && <ExportButton route="/report-completeness" question={question} />}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          value={isMap ? 'map' : 'list'}
          aria-label={intl.formatMessage({ id: 'reports.view' })}
          options={(['list', 'map'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `reports.view.${value}` }),
          }))}
          onChange={(view) => put({ view: view === 'map' ? 'map' : undefined })}
        />
        <PeriodChoice periods={periods} />
        {isMap && (
          <Segmented
            value={measure}
            aria-label={intl.formatMessage({ id: 'reports.measure' })}
            options={completenessMeasures.map((value) => ({
              value,
              label: intl.formatMessage({ id: `reports.measure.${value}` }),
            }))}
            onChange={(next) => put({ measure: next })}
          />
        )}
        {!isMap && (
          <Segmented<CompletenessLevel>
            value={level}
            aria-label={intl.formatMessage({ id: 'reports.level' })}
            options={CompletenessLevel.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `reports.level.${value}` }),
            }))}
            onChange={(next) => put({ level: next })}
          />
        )}
        {whole && (
          <span className="count">
            <FormattedMessage
              id="reports.completeness"
              values={{ sent: whole.owed - whole.missing, owed: whole.owed, share: share ?? 0 }}
            />
          </span>
        )}
      </div>
      {(periods.answer.isError || answer.isError) && (
        <ProblemPanel
          problem={periods.answer.error ?? answer.error}
          onRetry={() => void answer.refetch()}
        />
      )}
      {(periods.answer.isPending || (period && answer.isPending)) && <PageSkeleton />}
      {periods.answer.data && !period && (
        <EmptyState title={<FormattedMessage id="reports.no-period" />}>
          <FormattedMessage id="reports.no-period-note" />
        </EmptyState>
      )}
      {answer.data && isMap && period && (
        <Suspense fallback={<Spin className="waiting" />}>
          <CompletenessMap
            {...{ on: period.to, rows: answer.data.items, measure }}
            onChoose={(id) => void navigate(`/reports${held({ within: id, period: period.id })}`)}
          />
        </Suspense>
      )}
      {answer.data && !isMap && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.report-completeness' })}
            columns={columns}
            rows={rows}
            idOf={({ unitId }) => unitId}
            sort={sort}
            onSort={(next) => put({ sort: writeSort(next) })}
            empty={
              <EmptyState title={<FormattedMessage id="reports.none-owed" />}>
                <FormattedMessage id="reports.none-owed-note" />
              </EmptyState>
            }
          />
        </div>
      )}
    </div>
  );
}
