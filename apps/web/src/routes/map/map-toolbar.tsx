import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import type { Gap, Level } from '@antt/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { lazy, Suspense, useEffect, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { withTexts } from '../../i18n/text.ts';
import type { LegendContent } from '../../map/legend.tsx';
import type { MapHandle } from '../../map/map-view.tsx';
import type { CoverageMetric } from '@antt/contracts';
import { useSettled } from '../../settled.ts';
import { useNarrow } from '../../width.ts';
import { gapsOfTheDay, type useFigures } from './figures.ts';
import { FilterLine } from './filter-line.tsx';
import { GapChips } from './gap-chips.tsx';
import { MapActions } from './map-actions.tsx';
import { type useMapSearch, useMetrics } from './map-search.ts';
import { ViewMenu } from './view-menu.tsx';

// The names of all kinds of work are no part of what the map needs first.
const WorkChoice = lazy(withTexts('units', () => import('./work-choice.tsx')));

type Props = {
  search: ReturnType<typeof useMapSearch>;
  level: Level;
  counts: Record<Gap, number>;
  figures: ReturnType<typeof useFigures>;
  legend: LegendContent;
  map: MapHandle | null;
  demo: boolean;
  credit: string | null;
};

const levels: Level[] = ['commune', 'district', 'province'];

/**
 * What is measured, which units are shown, and what can be taken away: one line on a desk; on a phone what
 * is used daily, and the rest behind one button.
 */
export function MapToolbar(props: Props) {
  const { search, counts, figures, level } = props;
  const intl = useIntl();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const { gaps, q, side, change } = search;
  const short = gapsOfTheDay.every((gap) => gaps.includes(gap)) && gaps.length === 2;

  const shortList = (
    <Button
      type={short ? 'primary' : 'default'}
      className="short-list"
      aria-pressed={short}
      onClick={() => change({ gaps: short ? [] : gapsOfTheDay, side: 'table' })}
    >
      <FormattedMessage id="map.short-list" />
    </Button>
  );
  if (!narrow) {
    return (
      <div className="map-toolbar">
        <Choices {...props} />
        {shortList}
        <GapChips search={search} counts={counts} level={level} />
        <div className="map-actions">
          <Button onClick={() => change({ side: side === 'table' ? 'none' : 'table' })}>
            <FormattedMessage id={side === 'table' ? 'map.hide-table' : 'map.show-table'} />
          </Button>
          <ViewMenu />
          <MapActions {...props} />
        </div>
      </div>
    );
  }
  const set = gaps.length + (q ? 1 : 0);
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
  return (
    <div className="map-toolbar" onKeyDown={onKey}>
      <Segmented<'table' | 'none'>
        aria-label={intl.formatMessage({ id: 'choice.view' })}
        value={side}
        options={[
          { value: 'none', label: intl.formatMessage({ id: 'map.side.map' }) },
          { value: 'table', label: intl.formatMessage({ id: 'map.side.table' }) },
        ]}
        onChange={(next) => change({ side: next })}
      />
      <Button
        className="filter-button"
        type={set > 0 ? 'primary' : 'default'}
        icon={<FilterOutlined aria-hidden />}
        aria-expanded={open}
        aria-controls="map-filters"
        onClick={() => setOpen(!open)}
      >
        <FormattedMessage id="map.filters" values={{ set }} />
      </Button>
      {shortList}
      <MapActions {...props} />
      {!open && <FilterLine search={search} shown={figures.rows.length} of={figures.byId.size} />}
      {open && (
        <div className="map-filters" id="map-filters">
          <Choices {...props} />
          <GapChips search={search} counts={counts} level={level} />
          <div className="filter-end">
            <ViewMenu />
            <Button type="primary" onClick={() => setOpen(false)}>
              <FormattedMessage id="map.filters.done" values={{ shown: figures.rows.length }} />
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** The measure, the level, the name. */
function Choices({ search, level }: Pick<Props, 'search' | 'level'>) {
  const intl = useIntl();
  const { metric, work, q, change } = search;
  const offered = useMetrics();
  return (
    <>
      <Select<CoverageMetric>
        value={metric}
        className="metric"
        aria-label={intl.formatMessage({ id: 'map.metric' })}
        popupMatchSelectWidth={false}
        options={offered.map((value) => ({
          value,
          label: intl.formatMessage({ id: `map.metric.${value}` }),
        }))}
        onChange={(value) => change({ metric: value, work: undefined })}
      />
      {metric === 'work' && (
        <Suspense fallback={null}>
          <WorkChoice kind={work} onKind={(kind) => change({ work: kind })} />
        </Suspense>
      )}
      <Select<Level>
        value={level}
        className="level"
        aria-label={intl.formatMessage({ id: 'map.level' })}
        popupMatchSelectWidth={false}
        options={levels.map((value) => ({
          value,
          label: intl.formatMessage({ id: `map.level.${value}` }),
        }))}
        onChange={(value) => change({ level: value })}
      />
      <Typed q={q} onTyped={(typed) => change({ q: typed })} />
    </>
  );
}

function Typed({ q, onTyped }: { q: string; onTyped: (q: string) => void }) {
  const intl = useIntl();
  const [text, setText] = useState(q);
  const settled = useSettled(text, 120);
  useEffect(() => {
    if (settled !== q) onTyped(settled);
    // Only what is typed moves the address; going back in the history sets the field below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <Input
      allowClear
      className="typed"
      prefix={<SearchOutlined aria-hidden />}
      value={text}
      placeholder={intl.formatMessage({ id: 'map.find' })}
      aria-label={intl.formatMessage({ id: 'map.find' })}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
