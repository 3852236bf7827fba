import { PrinterOutlined, SearchOutlined } from '@ant-design/icons';
import { compareCoverage } from '@antt/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { Hover, HoverContext } from '../../map/hover.ts';
import type { OutlinedLevel } from '../../map/style.ts';
import { answers } from '../../search.rules.ts';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { CoverageHead } from './coverage-head.tsx';
import { DayRange } from './day-range.tsx';
import { figures, type PointFigure } from './point-figure.ts';
import { PrintedTable } from './printed-table.tsx';
import { twoDaysColumns, standingText } from './two-days-columns.tsx';
import { TwoDaysMap } from './two-days-map.tsx';
import { changeOf, type ComparedUnit } from './two-days.rules.ts';
import { useAddress } from './use-address.ts';
import { usePlaceName } from './use-place-name.ts';

const levels: OutlinedLevel[] = ['commune', 'district', 'province'];
const noRows: ComparedUnit[] = [];

/** Coverage of two days side by side, as a table and as a map of what changed. */
function TwoDaysPage() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { on } = useDay();
  const { within } = useArea();
  const { search, set, dayOf } = useAddress();
  const [hover] = useState(() => new Hover());
  const [chosen, setChosen] = useState<string>();
  const [q, setQ] = useState('');
  const to = dayOf('to') ?? on;
  const from =
    dayOf('from') ?? `${Number(to.slice(0, 4)) - 1}${to.slice(4).replace('-02-29', '-02-28')}`;
  const place = usePlaceName(from, to);
  const level = levels.find((one) => one === search.get('level')) ?? 'commune';
  const figure = figures.find((one) => one === search.get('figure')) ?? 'teamsActive';
  const sort = readSort(search.get('sort') ?? 'unit');
  const all = search.get('rows') !== 'changed';
  const question = { from, to, within, level };
  const ordered = from < to;
  const compared = useAnswer(compareCoverage, question, { keep: true, enabled: ordered });
  const items = compared.data?.items ?? noRows;
  const changed = useMemo(
    () => items.filter((row) => changeOf(row, figure) !== 0),
    [items, figure],
  );
  const rows = (all ? items : changed).filter((row) =>
    answers(`${unitName(row.unit)} ${standingText(intl, row)}`, q),
  );
  const columns = twoDaysColumns(intl, rows, figure, narrow, { from, to });
  const [began, ended] = (['began', 'ended'] as const).map(
    (one) => items.filter(({ standing }) => standing === one).length,
  );
  const remade = items.filter(({ standing }) => standing === 'restated').length;

  return (
    <HoverContext value={hover}>
      <div className="list-page two-days-page">
        <CoverageHead
          view="comparison"
          place={place}
          note={
            <FormattedMessage
              id="two-days.days"
              values={{ from: formatDay(from), to: formatDay(to) }}
            />
          }
        >
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            <FormattedMessage id="action.print" />
          </Button>
          <ExportButton
            route="/coverage/comparison"
            question={question}
            disabled={!compared.data}
          />
        </CoverageHead>
        <div className="toolbar">
          <DayRange from={from} to={to} onChange={set} />
          <Select<PointFigure>
            className="choose"
            value={figure}
            popupMatchSelectWidth={false}
            aria-label={intl.formatMessage({ id: 'series.figures' })}
            options={figures.map((value) => ({
              value,
              label: intl.formatMessage({ id: `series.${value}` }),
            }))}
            onChange={(next: PointFigure) => set('figure', next === 'teamsActive' ? null : next)}
          />
          <Select<OutlinedLevel>
            value={level}
            popupMatchSelectWidth={false}
            aria-label={intl.formatMessage({ id: 'two-days.level' })}
            options={levels.map((value) => ({
              value,
              label: intl.formatMessage({ id: `map.level.${value}` }),
            }))}
            onChange={(next: OutlinedLevel) => set('level', next === 'commune' ? null : next)}
          />
          <Segmented
            aria-label={intl.formatMessage({ id: 'choice.rows' })}
            value={all ? 'all' : 'changed'}
            onChange={(next) => set('rows', next === 'all' ? null : next)}
            options={(['all', 'changed'] as const).map((value) => ({
              value,
              label: intl.formatMessage(
                { id: `two-days.rows.${value}` },
                { count: value === 'all' ? items.length : changed.length },
              ),
            }))}
          />
          <Input
            className="find"
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            value={q}
            placeholder={intl.formatMessage({ id: 'two-days.find' })}
            aria-label={intl.formatMessage({ id: 'two-days.find' })}
            onChange={({ target }) => setQ(target.value)}
          />
        </div>
        {!ordered && <EmptyState title={<FormattedMessage id="coverage.order" />} />}
        {ordered && compared.isError && (
          <ProblemPanel problem={compared.error} onRetry={() => void compared.refetch()} />
        )}
        {ordered && compared.isPending && <PageSkeleton />}
        {ordered && compared.data && (
          <>
            {remade + began! + ended! > 0 && (
              <p className="units-changed">
                <FormattedMessage id="two-days.units" values={{ remade, began, ended }} />
              </p>
            )}
            <div className="table-and-map">
              <div className="list">
                <Sheet
                  label={intl.formatMessage({ id: 'coverage.comparison' })}
                  columns={columns}
                  rows={sorted(rows, columns, sort)}
                  idOf={({ unit }) => unit.id}
                  sort={sort}
                  onSort={(next) => set('sort', writeSort(next))}
                  chosen={chosen}
                  onOpen={({ unit }) => setChosen(unit.id)}
                  onHover={(id) => hover.set(id)}
                  hovered={hover}
                  empty={<FormattedMessage id="two-days.none" />}
                />
              </div>
              <PrintedTable
                columns={columns}
                rows={sorted(rows, columns, sort)}
                idOf={({ unit }) => unit.id}
              />
              <TwoDaysMap
                rows={items}
                figure={figure}
                level={level}
                from={from}
                to={to}
                within={within}
                chosen={chosen}
                onChoose={setChosen}
              />
            </div>
          </>
        )}
      </div>
    </HoverContext>
  );
}

// React.lazy takes a default export.
export { TwoDaysPage as default };
