import { listCoverageSeries, type CoveragePoint } from '@antt/contracts';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { CoverageHead } from './coverage-head.tsx';
import { DayRange } from './day-range.tsx';
import { figures, type PointFigure, readFigures } from './point-figure.ts';
import { PrintedTable } from './printed-table.tsx';
import { SeriesChart } from './series-chart.tsx';
import { useAddress } from './use-address.ts';
import { usePlaceName } from './use-place-name.ts';

/** Law 30/2023/QH15 is in force from this day on: there are no teams before it. */
const lawInForce = '2024-07-01';

/** Figures of the area over time, as a drawing and as a table. */
function SeriesPage() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { on } = useDay();
  const { within, setWithin } = useArea();
  const { search, set, dayOf } = useAddress();
  const to = dayOf('to') ?? on;
  const from =
    dayOf('from') ?? (lawInForce < to ? lawInForce : `${Number(to.slice(0, 4)) - 1}-01-01`);
  const step = search.get('step') === 'change' ? 'change' : 'month';
  const place = usePlaceName(from, to);
  const shown = readFigures(search.get('figures'));
  const question = { from, to, within, step } as const;
  const ordered = from <= to;
  const series = useAnswer(listCoverageSeries, question, { keep: true, enabled: ordered });
  const points = series.data?.items ?? [];
  const asked = shown.join(',');
  const columns = useMemo(() => {
    const cells = readFigures(asked).map((name: PointFigure): Column<CoveragePoint> => ({
      id: name,
      title: intl.formatMessage({ id: `series.${name}` }),
      width: narrow ? 76 : 104,
      align: 'end',
      cell: (point) => (point[name] === null ? '–' : intl.formatNumber(point[name])),
      text: (point) => point[name],
    }));
    const day: Column<CoveragePoint> = {
      id: 'on',
      title: intl.formatMessage({ id: 'series.day' }),
      width: 100,
      cell: (point) => formatDay(point.on),
      text: (point) => formatDay(point.on),
    };
    return [day, ...cells];
  }, [intl, asked, narrow]);

  return (
    <div className="list-page series-page">
      <CoverageHead
        view="series"
        place={place}
        note={
          <FormattedMessage
            id="coverage.between"
            values={{ from: formatDay(from), to: formatDay(to) }}
          />
        }
      >
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          <FormattedMessage id="action.print" />
        </Button>
        <ExportButton route="/coverage/series" question={question} disabled={!series.data} />
      </CoverageHead>
      <div className="toolbar">
        <UnitField
          on={to}
          value={within ?? null}
          known={within && place ? [{ id: within, name: place }] : []}
          placeholder={intl.formatMessage({ id: 'area.all' })}
          aria-label={intl.formatMessage({ id: 'series.area' })}
          onChange={(id) => setWithin(id)}
        />
        <DayRange from={from} to={to} onChange={set} />
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.by' })}
          value={step}
          onChange={(next) => set('step', next === 'month' ? null : next)}
          options={(['month', 'change'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `series.step.${value}` }),
          }))}
        />
        <Select<PointFigure[]>
          className="figures"
          mode="multiple"
          maxTagCount="responsive"
          value={shown}
          aria-label={intl.formatMessage({ id: 'series.figures' })}
          options={figures.map((value) => ({
            value,
            label: intl.formatMessage({ id: `series.${value}` }),
          }))}
          onChange={(next: PointFigure[]) => set('figures', next.join(','))}
        />
      </div>
      {!ordered && <EmptyState title={<FormattedMessage id="coverage.order" />} />}
      {series.isError && (
        <ProblemPanel problem={series.error} onRetry={() => void series.refetch()} />
      )}
      {ordered && series.isPending && <PageSkeleton />}
      {ordered && series.data && (
        <div className="chart-and-table">
          <SeriesChart points={points} figures={shown} step={step} from={from} to={to} />
          <div className="list">
            <Sheet
              label={intl.formatMessage({ id: 'coverage.series' })}
              columns={columns}
              rows={points}
              idOf={(point) => point.on}
              empty={<FormattedMessage id="series.none" />}
            />
          </div>
          <PrintedTable columns={columns} rows={points} idOf={(point) => point.on} />
        </div>
      )}
    </div>
  );
}

// React.lazy takes a default export.
export { SeriesPage as default };
