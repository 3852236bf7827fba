import { classCounts, classOf, getAllowanceTotals, getExtent } from '@antt/contracts';
import { addDays, daysOf, today } from '@antt/kernel';
import { Spin } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay, formatMonth } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { Legend } from '../../map/legend.tsx';
import type { Fill } from '../../map/map-state.ts';
import { useMapVersion } from '../../map/map-version.ts';
import type { Bounds, MapHandle } from '../../map/map-view.tsx';
import { unitName } from '../../unit-name.ts';
import { MapFailure } from '../map/map-failure.tsx';
import { moneyText } from '../payrolls/money.tsx';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';
import { type Asked, headScale, perHead } from './totals.rules.ts';

const MapView = lazy(() => import('../../map/map-view.tsx'));
const noPoints: [] = [];
const noNames: string[] = [];
const noCamera = () => undefined;

type Props = { asked: Asked; onChoose: (communeId: string) => void };

/** The communes of the area, coloured by what each of their people was paid a month. */
export function HeadMap({ asked: { from, to, status }, onChoose }: Props) {
  const intl = useIntl();
  const { within } = useArea();
  const version = useMapVersion();
  const [map, setMap] = useState<MapHandle | null>(null);
  const end = addDays(daysOf(to).to, -1);
  const on = end < today() ? end : today();
  const extent = useAnswer(getExtent, { on, within }, { keep: true });
  const totals = useAnswer(
    getAllowanceTotals,
    { from, to, within, level: 'commune', by: 'unit', status },
    { keep: true },
  );
  const rows = totals.data?.rows;
  const byId = useMemo(() => new Map((rows ?? []).map((row) => [row.unit?.id ?? '', row])), [rows]);
  const heads = useMemo(() => [...byId.values()].map(perHead), [byId]);
  const scale = useMemo(() => headScale(heads.filter((one) => one !== null)), [heads]);
  const fills = useMemo(
    (): Fill[] =>
      [...byId].map(([id, row]) => {
        const at = classOf(scale, perHead(row));
        return { id, colour: at === null ? null : scale.classes[at]!.colour, muted: false };
      }),
    [byId, scale],
  );
  const lineOf = useCallback(
    (id: string) => {
      const row = byId.get(id);
      return row?.unit ? `${unitName(row.unit)}: ${moneyText(intl, perHead(row))}` : null;
    },
    [byId, intl],
  );
  const counts = classCounts(scale, heads);
  const bounds = extent.data?.bounds as Bounds | null | undefined;
  const thousands = (amount: number) => intl.formatNumber(Math.round(amount / 1000));
  if (totals.isError) {
    return <ProblemPanel problem={totals.error} onRetry={() => void totals.refetch()} />;
  }
  return (
    <section className="head-map">
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
      {totals.data?.illustrative && <IllustrativeTag />}
      <Legend
        content={{
          title: intl.formatMessage({ id: 'totals.map' }),
          rule: intl.formatMessage({ id: 'totals.map-rule' }),
          day: `${formatMonth(from)} – ${formatMonth(to)}`,
          entries: [
            ...scale.classes.map(({ from: low, to: high, colour }, n) => ({
              label:
                low === null
                  ? intl.formatMessage(
                      { id: high === null ? 'totals.any-amount' : 'totals.below' },
                      { amount: high === null ? '' : thousands(high) },
                    )
                  : high === null
                    ? intl.formatMessage({ id: 'totals.from-amount' }, { amount: thousands(low) })
                    : `${thousands(low)} – ${thousands(high)}`,
              count: counts.counts[n]!,
              colour,
            })),
            {
              label: intl.formatMessage({ id: 'totals.nobody' }),
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

// React.lazy takes a default export.
export { HeadMap as default };
