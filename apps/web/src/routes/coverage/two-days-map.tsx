import { classCounts, classOf, getExtent, type Scale } from '@antt/contracts';
import { Spin } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import type { Fill } from '../../map/map-state.ts';
import { Legend } from '../../map/legend.tsx';
import { useMapVersion } from '../../map/map-version.ts';
import type { Bounds, MapHandle } from '../../map/map-view.tsx';
import type { OutlinedLevel } from '../../map/style.ts';
import { unitName } from '../../unit-name.ts';
import { MapFailure } from '../map/map-failure.tsx';
import type { PointFigure } from './point-figure.ts';
import { changeOf, changeScale, type ComparedUnit } from './two-days.rules.ts';

const MapView = lazy(() => import('../../map/map-view.tsx'));
const noPoints: [] = [];
const noCamera = () => undefined;

type Props = {
  rows: ComparedUnit[];
  figure: PointFigure;
  level: OutlinedLevel;
  from: string;
  to: string;
  within: string | undefined;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
};

/** The units of the later day, coloured by what became more or fewer since the earlier one. */
export function TwoDaysMap({ rows, figure, level, from, to, within, chosen, onChoose }: Props) {
  const intl = useIntl();
  const version = useMapVersion();
  const [map, setMap] = useState<MapHandle | null>(null);
  const extent = useAnswer(getExtent, { on: to, within }, { keep: true });
  const standing = useMemo(() => rows.filter(({ after }) => after !== null), [rows]);
  const scale = useMemo(
    () => changeScale(standing.map((row) => changeOf(row, figure))),
    [standing, figure],
  );
  const byId = useMemo(() => new Map(standing.map((row) => [row.unit.id, row])), [standing]);
  const fills = useMemo(
    (): Fill[] =>
      standing.map((row) => {
        const at = classOf(scale, changeOf(row, figure));
        return {
          id: row.unit.id,
          colour: at === null ? null : scale.classes[at]!.colour,
          muted: false,
        };
      }),
    [standing, scale, figure],
  );
  const lineOf = useCallback(
    (id: string) => {
      const row = byId.get(id);
      if (!row) return null;
      const value = changeOf(row, figure);
      const number = (one: number | null | undefined) =>
        one === null || one === undefined ? '–' : intl.formatNumber(one);
      return `${unitName(row.unit)}: ${number(row.before?.[figure])} → ${number(row.after?.[figure])}${
        value === null ? '' : ` (${intl.formatNumber(value, { signDisplay: 'exceptZero' })})`
      }`;
    },
    [byId, figure, intl],
  );
  const wanted = useMemo(
    () => standing.filter((row) => changeOf(row, figure)).map(({ unit }) => unit.id),
    [standing, figure],
  );
  const counts = classCounts(
    scale,
    standing.map((row) => changeOf(row, figure)),
  );
  const bounds = extent.data?.bounds as Bounds | null | undefined;
  return (
    <section className="change-map" aria-label={intl.formatMessage({ id: 'two-days.map' })}>
      <div className="canvas">
        {extent.data && !bounds ? (
          <p className="no-outline">
            <FormattedMessage id="two-days.no-outline" values={{ day: formatDay(to) }} />
          </p>
        ) : !bounds ? (
          <Spin className="waiting" />
        ) : (
          <MapFailure>
            <Suspense fallback={<Spin className="waiting" />}>
              <MapView
                key={within ?? ''}
                on={to}
                version={version}
                level={level}
                fills={fills}
                points={noPoints}
                wanted={wanted}
                chosen={chosen}
                camera={undefined}
                bounds={bounds}
                lineOf={lineOf}
                onChoose={onChoose}
                onCamera={noCamera}
                map={map}
                onReady={setMap}
              />
            </Suspense>
          </MapFailure>
        )}
        {(extent.data?.sources.length ?? 0) > 0 && (
          <p className="credit">
            <span>
              <FormattedMessage
                id="map.credit"
                values={{ source: extent.data!.sources.join('; ') }}
              />
            </span>
          </p>
        )}
      </div>
      <Legend
        content={{
          title: `${intl.formatMessage({ id: 'two-days.change' })}: ${intl.formatMessage({ id: `series.${figure}` })}`,
          rule: intl.formatMessage({ id: 'two-days.rule' }),
          day: intl.formatMessage(
            { id: 'two-days.days' },
            { from: formatDay(from), to: formatDay(to) },
          ),
          entries: [
            ...scale.classes.map((one, index) => ({
              label: classText(intl, one),
              count: counts.counts[index]!,
              colour: one.colour,
            })),
            {
              label: intl.formatMessage({ id: 'two-days.incomparable' }),
              count: counts.none,
              colour: null,
            },
          ],
          outside: null,
          points: [],
        }}
      />
    </section>
  );
}

function classText(intl: IntlShape, { from, to }: Scale['classes'][number]): string {
  if (from === null) return intl.formatMessage({ id: 'two-days.fewer-from' }, { count: 1 - to! });
  if (to === null) return intl.formatMessage({ id: 'two-days.more-from' }, { count: from });
  if (from === 0) return intl.formatMessage({ id: 'two-days.same' });
  const [low, high] = from < 0 ? [1 - to, -from] : [from, to - 1];
  const amount = low === high ? intl.formatNumber(low) : `${low}–${high}`;
  return intl.formatMessage({ id: from < 0 ? 'two-days.fewer' : 'two-days.more' }, { amount });
}
