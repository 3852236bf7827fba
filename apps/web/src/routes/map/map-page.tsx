import './map-page.css';
import {
  getCoverage,
  getExtent,
  getInstallation,
  listChangeDays,
  listUnits,
} from '@antt/contracts';
import { Spin } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { Hover, HoverContext } from '../../map/hover.ts';
import type { MapHandle } from '../../map/map-view.tsx';
import type { OutlinedLevel } from '../../map/style.ts';
import { useMe } from '../../session/me.ts';
import { useNarrow } from '../../width.ts';
import { useWorkByUnit } from '../worklist/use-work-by-unit.ts';
import { CoverageTable } from './coverage-table.tsx';
import { EmptyInstallation } from './empty-installation.tsx';
import { useFigures, withWork } from './figures.ts';
import { GapPaper } from './gap-paper.tsx';
import { MapStage } from './map-stage.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { useMapSearch } from './map-search.ts';
import { useLegend } from './legend-content.ts';
import { useMetricLine } from './metric-text.ts';
import { usePoints } from './points.ts';
import { UnitDrawer } from './unit-drawer.tsx';

/** Where units stand on the day: the map, the table beside it, and the profile of what is clicked. */
export function Component() {
  const intl = useIntl();
  const me = useMe();
  const { on, restate, apportioning } = useDay();
  const shownOn = restate ?? on;
  const { within } = useArea();
  const search = useMapSearch();
  const { metric, gaps, q, unit, change } = search;
  const narrow = useNarrow();
  const [hover] = useState(() => new Hover());
  const [map, setMap] = useState<MapHandle | null>(null);

  // One province: its communes. The country: provinces first, communes when asked for.
  const wide = me.areas.some(({ whole }) => whole) && within === undefined;
  const provinces = useAnswer(
    listUnits,
    { on: shownOn, level: 'province', limit: 1 },
    { enabled: wide && !search.level, keep: true },
  );
  const many = (provinces.data?.total ?? 0) > 2;
  const extent = useAnswer(getExtent, { on: shownOn, within }, { keep: true });
  const drawn = extent.data?.levels ?? [];
  // A level without outlines would open on an empty sea.
  const highest = drawn[0] ?? 'province';
  const level = search.level ?? (wide && many ? highest : 'commune');
  const known = !provinces.isPending && !(many && extent.isPending);
  const ready = search.level !== undefined || !wide || known;

  const coverage = useAnswer(
    getCoverage,
    { on, within, level, restate, apportioning },
    { keep: true, enabled: ready },
  );
  const days = useAnswer(listChangeDays, { within }, { keep: true });
  const installation = useAnswer(getInstallation, {});
  // Work is of the day's own units: nobody can say in which of another day's units it lies.
  const work = useWorkByUnit({
    on,
    within,
    level,
    kind: search.work,
    enabled: ready && metric === 'work' && restate === undefined,
  });
  const items = useMemo(
    () => coverage.data && withWork(coverage.data.items, work.counts, level),
    [coverage.data, work.counts, level],
  );
  const figures = useFigures(items, metric, gaps, q, work.counts?.total);
  const legend = useLegend(search, figures);
  const points = usePoints(on, within, search.points, coverage.data?.total.teams.active ?? 0);
  const lineOf = useMetricLine(metric, figures.byId);
  const choose = useCallback((id: string | undefined) => change({ unit: id }), [change]);
  const stops = useMemo(() => days.data?.items ?? [], [days.data]);
  const sources = extent.data?.sources ?? [];
  const credit =
    sources.length > 0
      ? intl.formatMessage({ id: 'map.credit' }, { source: sources.join('; ') })
      : null;

  const shown: OutlinedLevel = level === 'village' ? 'commune' : level;
  const undrawn =
    extent.data && !(drawn.includes(shown) && (shown !== 'commune' || extent.data.bounds));
  const bare =
    undrawn && (coverage.data?.items.length ?? 0) > 0
      ? { other: drawn.findLast((one) => one !== shown) ?? null }
      : null;

  if (installation.data?.empty) return <EmptyInstallation />;
  const failed = coverage.error ?? extent.error;
  const uncounted = work.counts === null && work.error;
  const table = (
    <CoverageTable
      rows={figures.rows}
      of={coverage.data?.items.length ?? 0}
      loading={coverage.isPending}
      search={search}
    />
  );

  return (
    <HoverContext value={hover}>
      <div
        className="map-page"
        data-side={search.side}
        data-busy={coverage.isPlaceholderData || work.isBusy || undefined}
      >
        <h1 className="out-of-sight">
          <FormattedMessage id="page.map" />
        </h1>
        <MapToolbar
          search={search}
          level={level}
          counts={figures.gapCounts}
          map={map}
          figures={figures}
          legend={legend}
          demo={installation.data?.kind === 'demo'}
          credit={credit}
        />
        {uncounted && <ProblemPanel problem={uncounted} onRetry={() => void work.refetch()} />}
        {failed && !coverage.data && (
          <ProblemPanel
            problem={failed}
            onRetry={() => void Promise.all([coverage.refetch(), extent.refetch()])}
          />
        )}
        <div className="map-and-table">
          {(!narrow || search.side === 'none') && (
            <MapStage
              search={search}
              level={shown}
              figures={figures}
              legend={legend}
              points={points}
              bounds={extent.data?.bounds ?? null}
              waiting={extent.isPending}
              bare={bare}
              stops={stops}
              lineOf={lineOf}
              onChoose={choose}
              map={map}
              onReady={setMap}
              demo={installation.data?.kind === 'demo'}
              credit={credit}
            />
          )}
          {search.side === 'table' && (
            <section className="beside" aria-label={intl.formatMessage({ id: 'table.label' })}>
              {coverage.isPending && !failed ? <Spin className="waiting" /> : table}
            </section>
          )}
          {unit && (
            <UnitDrawer
              key={unit}
              id={unit}
              row={figures.byId.get(unit)}
              first={metric === 'work' ? 'work' : 'facts'}
              onClose={() => change({ unit: undefined })}
              onShow={choose}
            />
          )}
        </div>
        {coverage.data?.items.length === 0 && (
          <EmptyState title={<FormattedMessage id="map.nothing" />}>
            <FormattedMessage id="map.nothing.why" />
          </EmptyState>
        )}
        <GapPaper rows={figures.rows} gaps={gaps} demo={installation.data?.kind === 'demo'} />
      </div>
    </HoverContext>
  );
}
