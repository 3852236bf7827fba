import { SearchOutlined } from '@ant-design/icons';
import type { Gap, Level } from '@antt/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MapHandle } from '../../map/map-view.tsx';
import { metrics, type Metric } from '../../map/metric.rules.ts';
import { useSettled } from '../../settled.ts';
import { useNarrow } from '../../width.ts';
import { gapsOfTheDay, type useFigures } from './figures.ts';
import { MapActions } from './map-actions.tsx';
import type { useMapSearch } from './map-search.ts';
import { ViewMenu } from './view-menu.tsx';

type Props = {
  search: ReturnType<typeof useMapSearch>;
  level: Level;
  counts: Record<Gap, number>;
  figures: ReturnType<typeof useFigures>;
  map: MapHandle | null;
  demo: boolean;
  credit: string | null;
};

const chips: Gap[] = [
  'villages-uncovered',
  'teams-short',
  'teams-over',
  'workplace-missing',
  'quota-missing',
];
const levels: Level[] = ['commune', 'district', 'province'];

/** What is measured, which units are shown, and what can be taken away: one line on a desk. */
export function MapToolbar({ search, level, counts, figures, map, demo, credit }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { metric, gaps, change } = search;
  const short = gapsOfTheDay.every((gap) => gaps.includes(gap)) && gaps.length === 2;
  const toggle = (gap: Gap) =>
    change({ gaps: gaps.includes(gap) ? gaps.filter((one) => one !== gap) : [...gaps, gap] });

  return (
    <div className="map-toolbar">
      {narrow && (
        <Segmented<'table' | 'none'>
          value={search.side}
          options={[
            { value: 'none', label: intl.formatMessage({ id: 'map.side.map' }) },
            { value: 'table', label: intl.formatMessage({ id: 'map.side.table' }) },
          ]}
          onChange={(side) => change({ side })}
        />
      )}
      <Select<Metric>
        value={metric}
        className="metric"
        aria-label={intl.formatMessage({ id: 'map.metric' })}
        popupMatchSelectWidth={false}
        options={metrics.map((value) => ({
          value,
          label: intl.formatMessage({ id: `map.metric.${value}` }),
        }))}
        onChange={(value) => change({ metric: value })}
      />
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
      <Typed q={search.q} onTyped={(q) => change({ q })} />
      <Button
        type={short ? 'primary' : 'default'}
        className="short-list"
        aria-pressed={short}
        onClick={() => change({ gaps: short ? [] : gapsOfTheDay, side: 'table' })}
      >
        <FormattedMessage id="map.short-list" />
      </Button>
      <div className="chips" role="group" aria-label={intl.formatMessage({ id: 'map.filter' })}>
        {chips
          .filter((gap) => counts[gap] > 0 || gaps.includes(gap))
          .map((gap) => (
            <button
              key={gap}
              type="button"
              className="chip"
              aria-pressed={gaps.includes(gap)}
              onClick={() => toggle(gap)}
            >
              <FormattedMessage id={`gap.${gap}`} />
              <b className="tabular">{counts[gap]}</b>
            </button>
          ))}
        {gaps.length > 0 && (
          <button type="button" className="chip clear" onClick={() => change({ gaps: [] })}>
            <FormattedMessage id="map.clear" />
          </button>
        )}
      </div>
      <div className="map-actions">
        {!narrow && (
          <Button onClick={() => change({ side: search.side === 'table' ? 'none' : 'table' })}>
            <FormattedMessage id={search.side === 'table' ? 'map.hide-table' : 'map.show-table'} />
          </Button>
        )}
        <ViewMenu />
        <MapActions
          search={search}
          level={level}
          figures={figures}
          map={map}
          demo={demo}
          credit={credit}
        />
      </div>
    </div>
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
