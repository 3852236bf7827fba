import './commune-map.css';
import { classCounts, classOf, getExtent, type Scale, type ScaleClass } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { formatDay } from '../day.ts';
import { MapFailure } from '../routes/map/map-failure.tsx';
import { unitName } from '../unit-name.ts';
import { Legend } from './legend.tsx';
import type { Fill } from './map-state.ts';
import { useMapVersion } from './map-version.ts';
import type { Bounds, MapHandle } from './map-view.tsx';

const MapView = lazy(() => import('./map-view.tsx'));
const noPoints: [] = [];
const noNames: string[] = [];
const noCamera = () => undefined;

type CommuneFigure = {
  unit: { id: string; kind: string; name: string };
  value: number | null;
};

type Props = {
  on: PlainDate;
  figures: readonly CommuneFigure[];
  scale: Scale;
  /** What is said of a figure, and of the bounds of a class. */
  textOf: (value: number | null) => string;
  /** More than that, where a figure says it shortly. */
  moreOf?: (communeId: string) => string | undefined;
  classText: (one: ScaleClass) => string;
  legend: { title: string; rule: string; day: string; none: string };
  onChoose: (communeId: string) => void;
  /** What is to be known of the figures, above the legend. */
  children?: ReactNode;
};

/** The communes of the area on a day, coloured by a figure, with the legend below. */
export function CommuneMap(props: Props) {
  const { on, figures, scale, textOf, moreOf, classText, legend, onChoose, children } = props;
  const { within } = useArea();
  const version = useMapVersion();
  const [map, setMap] = useState<MapHandle | null>(null);
  const extent = useAnswer(getExtent, { on, within }, { keep: true });
  const byId = useMemo(() => new Map(figures.map((one) => [one.unit.id, one])), [figures]);
  const fills = useMemo(
    (): Fill[] =>
      figures.map(({ unit: { id }, value }) => {
        const at = classOf(scale, value);
        return { id, colour: at === null ? null : scale.classes[at]!.colour, muted: false };
      }),
    [figures, scale],
  );
  const lineOf = useCallback(
    (id: string) => {
      const one = byId.get(id);
      return one ? `${unitName(one.unit)}: ${moreOf?.(id) ?? textOf(one.value)}` : null;
    },
    [byId, textOf, moreOf],
  );
  const counts = classCounts(
    scale,
    figures.map(({ value }) => value),
  );
  const bounds = extent.data?.bounds as Bounds | null | undefined;
  return (
    <section className="commune-map">
      <div className="canvas">
        {extent.data && !bounds ? (
          <p className="no-outline">
            <FormattedMessage id="two-days.no-outline" values={{ day: formatDay(on) }} />
          </p>
        ) : !bounds ? (
          <Spin className="waiting" />
        ) : (
          <MapFailure>
            <Suspense fallback={<Spin className="waiting" />}>
              <MapView
                key={within ?? ''}
                {...{ on, version, fills, bounds, lineOf, map }}
                level="commune"
                points={noPoints}
                wanted={noNames}
                chosen={undefined}
                camera={undefined}
                onChoose={(id) => id && onChoose(id)}
                onCamera={noCamera}
                onReady={setMap}
              />
            </Suspense>
          </MapFailure>
        )}
      </div>
      {children}
      <Legend
        content={{
          ...{ title: legend.title, rule: legend.rule, day: legend.day },
          entries: [
            ...scale.classes.map((one, n) => ({
              ...{ label: classText(one), count: counts.counts[n]!, colour: one.colour },
            })),
            { label: legend.none, count: counts.none, colour: null },
          ],
          outside: null,
          points: [],
        }}
      />
    </section>
  );
}
