import { Checkbox, Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDay } from '../../day.ts';
import { DaySlider } from '../../map/day-slider.tsx';
import { Legend, type LegendContent } from '../../map/legend.tsx';
import type { Bounds, MapHandle } from '../../map/map-view.tsx';
import type { Point } from '../../map/point.ts';
import type { OutlinedLevel } from '../../map/style.ts';
import type { useFigures } from './figures.ts';
import { MapFailure } from './map-failure.tsx';
import { OutlineNote } from './outline-note.tsx';
import type { PointLayer, useMapSearch } from './map-search.ts';
import { useMapVersion } from '../../map/map-version.ts';

// Asked for with the page and not by it, so that both files come at once.
const MapView = lazy(() => import('../../map/map-view.tsx'));

/** The country, for whoever has no outline in the area yet. */
const country: Bounds = [102.1, 8.4, 109.6, 23.4];

type Props = {
  search: ReturnType<typeof useMapSearch>;
  level: OutlinedLevel;
  figures: ReturnType<typeof useFigures>;
  legend: LegendContent;
  /** Null where the area holds more than a browser should be given. */
  points: Point[] | null;
  bounds: Bounds | null;
  waiting: boolean;
  /** Nothing is drawn of the level looked at: another level that is drawn, or null. */
  bare: { other: OutlinedLevel | null } | null;
  stops: { on: string; what: string[] }[];
  lineOf: (id: string) => string | null;
  onChoose: (id: string | undefined) => void;
  map: MapHandle | null;
  onReady: (map: MapHandle | null) => void;
  demo: boolean;
  credit: string | null;
};

/** The map with what lies over it: the legend, the day, the points, the credit. */
export function MapStage(props: Props) {
  const { search, figures, bounds, waiting, map, onReady, demo, credit } = props;
  const { on, setOn, today, restate } = useDay();
  const version = useMapVersion();
  const box = JSON.stringify(bounds);
  const first = useRef(box);

  // Another area is another place: go there. Another day is not.
  useEffect(() => {
    if (!bounds || first.current === box) return;
    if (first.current !== 'null')
      map?.fitBounds(bounds, {
        padding: { top: 56, right: 24, bottom: 24, left: 24 },
        duration: 150,
      });
    first.current = box;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [box]);

  const toggle = (layer: PointLayer, shown: boolean) =>
    search.change({
      points: shown ? [...search.points, layer] : search.points.filter((one) => one !== layer),
    });

  return (
    <section className="stage">
      <div className="canvas">
        <MapFailure>
          <Suspense fallback={<Spin className="waiting" />}>
            {waiting ? (
              <Spin className="waiting" />
            ) : (
              <MapView
                on={restate ?? on}
                version={version}
                level={props.level}
                fills={figures.fills}
                points={props.points ?? []}
                wanted={figures.wanted}
                chosen={search.unit}
                camera={search.camera}
                bounds={bounds ?? country}
                lineOf={props.lineOf}
                onChoose={props.onChoose}
                onCamera={(camera) => search.change({ camera })}
                map={map}
                onReady={onReady}
              />
            )}
          </Suspense>
        </MapFailure>
        <div className="over-map">
          {(['teams', 'workplaces'] as const).map((layer) => (
            <Checkbox
              key={layer}
              checked={search.points.includes(layer)}
              onChange={({ target }) => toggle(layer, target.checked)}
            >
              <i className={`point ${layer}`} /> <FormattedMessage id={`map.points.${layer}`} />
            </Checkbox>
          ))}
          {search.points.map((layer) => (
            <span key={layer} className="bare-point">
              <i className={`point ${layer} bare`} />{' '}
              <FormattedMessage id={`map.points.${layer}.bare`} />
            </span>
          ))}
        </div>
        {!props.points && search.points.length > 0 && (
          <p className="too-many">
            <FormattedMessage id="map.points.too-many" />
          </p>
        )}
        {props.bare && (
          <OutlineNote
            level={props.level}
            other={props.bare.other}
            on={restate ?? on}
            onLevel={(level) => search.change({ level })}
          />
        )}
        <p className="credit">
          {credit && <span>{credit}</span>}
          {demo && (
            <span className="demo-mark">
              <FormattedMessage id="demo.mark" />
            </span>
          )}
        </p>
      </div>
      <div className="foot">
        <Legend content={props.legend} />
        <DaySlider stops={props.stops} on={on} today={today} setOn={setOn} />
      </div>
    </section>
  );
}
