import '../../list-page.css';
import '../payrolls/payrolls.css';
import './totals.css';
import {
  getAllowanceChange,
  getAllowanceTotals,
  TotalDimension,
  type TotalLevel,
} from '@antt/contracts';
import { type Period, today } from '@antt/kernel';
import { Segmented, Spin } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { withTexts } from '../../i18n/text.ts';
import { type Sort, sorted } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { rowsOf } from '../payrolls/list-height.ts';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';
import { ChangeHead } from './change-head.tsx';
import { MonthBars } from './month-bars.tsx';
import { pivotColumns } from './pivot-columns.tsx';
import { type Asked, pivotOf, type PivotLine, readAsked } from './totals.rules.ts';
import { TotalsToolbar } from './totals-toolbar.tsx';
import { type Cell, useCell } from './use-cell.tsx';

const HeadMap = lazy(withTexts('coverage', () => import('./head-map.tsx')));

/** What was paid: the last month beside the one before, then by anything, for any months. */
export function Component() {
  const { within } = useArea();
  const change = useAnswer(getAllowanceChange, { within }, { keep: true });
  const { search } = useAddress();
  if (change.isPending) return <PageSkeleton />;
  if (change.isError) {
    return <ProblemPanel problem={change.error} onRetry={() => void change.refetch()} />;
  }
  const asked = readAsked(search, change.data.month, today());
  return <Totals asked={asked} change={change.data} />;
}

/** Units that the amounts of a run can be filtered by; an area is no unit of theirs. */
const filtering: readonly TotalLevel[] = ['province', 'commune', 'team'];

const subjects: ReadonlySet<string> = new Set(TotalDimension.options);

type Props = {
  asked: Asked;
  change: Parameters<typeof ChangeHead>[0]['change'];
};

function Totals({ asked, change }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { within } = useArea();
  const { search, put } = useAddress();
  const cell = useCell();
  const [sort, setSort] = useState<Sort>({ column: '', down: false });
  const { from, to, by, level, status, restate } = asked;
  const map = search.get('view') === 'map';
  const question = { from, to, within, level, by: by.join(','), status, restate };
  const totals = useAnswer(getAllowanceTotals, question, { keep: true, enabled: !map });
  const pivot = useMemo(() => pivotOf(totals.data?.rows ?? []), [totals.data]);
  const ofMonth: Omit<Cell, 'filter'> = {
    ...{ from: change.month ?? to, to: change.month ?? to, status: 'closed', within },
  };
  const open = (line: PivotLine | null, month?: Period) =>
    cell.open({
      ...(month ? { from: month, to: month } : { from, to }),
      status,
      within: level === 'team' || restate ? within : (line?.unit?.id ?? within),
      filter: {
        tab: 'lines',
        item: line?.item ?? undefined,
        position: line?.position ?? undefined,
        fund: line?.source ?? undefined,
        ...(line?.unit && filtering.includes(level) && !restate
          ? { [level === 'team' ? 'team' : 'within']: line.unit.id }
          : {}),
      },
    });
  const total = totals.data?.total ?? { people: 0, lines: 0, amount: 0 };
  const all = pivotColumns(intl, asked, pivot, total, open);
  // A phone has room for what it is about and the sum.
  const columns = narrow ? all.filter(({ id }) => subjects.has(id) || id === 'amount') : all;
  return (
    <div className="totals-page">
      <PageHeader
        title={<FormattedMessage id="page.allowance-totals" />}
        note={<FormattedMessage id="totals.page-note" />}
      >
        <ExportButton route="/allowance-totals" question={question} />
      </PageHeader>
      <ChangeHead
        change={change}
        onCause={(cause) => cell.open({ ...ofMonth, filter: { cause } })}
        onPeople={() => cell.open({ ...ofMonth, filter: { tab: 'lines' } })}
      >
        <MonthBars asked={asked} onMonth={(month) => put({ from: month, to: month })} />
      </ChangeHead>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.view' })}
          value={map ? 'map' : 'table'}
          options={(['table', 'map'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `totals.view.${value}` }),
          }))}
          onChange={(next) => put({ view: next === 'map' ? 'map' : undefined })}
        />
        <TotalsToolbar asked={asked} onAsk={put} />
        {totals.data?.illustrative && !map && <IllustrativeTag />}
      </div>
      {map ? (
        <Suspense fallback={<Spin className="waiting" />}>
          <HeadMap
            asked={asked}
            onChoose={(id) =>
              cell.open({ from, to, status, within: id, filter: { tab: 'lines', within: id } })
            }
          />
        </Suspense>
      ) : (
        <>
          {totals.isError && (
            <ProblemPanel problem={totals.error} onRetry={() => void totals.refetch()} />
          )}
          {totals.isPending && <PageSkeleton />}
          {totals.data && pivot.lines.length === 0 && (
            <EmptyState
              title={<FormattedMessage id="totals.none" />}
              action={
                <PlaceLink path="/payrolls">
                  <FormattedMessage id="totals.to-payrolls" />
                </PlaceLink>
              }
            >
              <FormattedMessage id="totals.none-note" />
            </EmptyState>
          )}
          {pivot.lines.length > 0 && (
            <div className="list" style={rowsOf(pivot.lines)}>
              <Sheet
                label={intl.formatMessage({ id: 'page.allowance-totals' })}
                columns={columns}
                rows={sorted(pivot.lines, columns, sort)}
                idOf={({ key }) => key}
                sort={sort}
                onSort={setSort}
                onOpen={(line) => open(line)}
              />
            </div>
          )}
        </>
      )}
      {cell.panel}
    </div>
  );
}
