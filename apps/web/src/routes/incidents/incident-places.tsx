import { getExtent, listIncidentPoints } from '@antt/contracts';
import { addDays, type Input, type PlainDate } from '@antt/kernel';
import { Alert, Slider } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { MapFailure } from '../map/map-failure.tsx';

const IncidentMap = lazy(() => import('../../map/incident-map.tsx'));

type Props = { question: Input<typeof listIncidentPoints>; onOpen: (id: string) => void };

const daysBetween = (from: PlainDate, to: PlainDate) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The records of the days asked about on the map; the slider narrows them to a part of these days at once. */
function IncidentPlaces({ question, onOpen }: Props) {
  const intl = useIntl();
  const { from, to, within } = question;
  const last = daysBetween(from, to);
  const [part, setPart] = useState<[number, number] | null>(null);
  const [first, end] = part ?? [0, last];
  const points = useAnswer(listIncidentPoints, question, { keep: true });
  const extent = useAnswer(getExtent, { on: to, within });
  const [start, stop] = [addDays(from, Math.min(first, last)), addDays(from, Math.min(end, last))];
  const shown = useMemo(
    () => (points.data?.items ?? []).filter(({ on }) => start <= on && on <= stop),
    [points.data, start, stop],
  );
  if (points.isError) {
    return <ProblemPanel problem={points.error} onRetry={() => void points.refetch()} />;
  }
  if (!points.data || extent.isPending) return <PageSkeleton />;
  return (
    <>
      <div className="incident-days">
        <span className="tabular">
          <FormattedMessage
            id="incidents.days"
            values={{ from: formatDay(start), to: formatDay(stop), count: shown.length }}
          />
        </span>
        {last > 0 && (
          <Slider
            range
            min={0}
            max={last}
            value={[Math.min(first, last), Math.min(end, last)]}
            tooltip={{ formatter: (n) => formatDay(addDays(from, n ?? 0)) }}
            ariaLabelForHandle={[
              intl.formatMessage({ id: 'incidents.from' }),
              intl.formatMessage({ id: 'incidents.to' }),
            ]}
            onChange={(next) => setPart(next as [number, number])}
          />
        )}
        {points.data.unplaced > 0 && (
          <span className="faint">
            <FormattedMessage id="incidents.unplaced" values={{ count: points.data.unplaced }} />
          </span>
        )}
      </div>
      {points.data.isCut && (
        <Alert type="warning" showIcon title={<FormattedMessage id="incidents.cut" />} />
      )}
      <div className="list incident-map">
        <MapFailure>
          <Suspense fallback={<PageSkeleton />}>
            <IncidentMap
              on={to}
              points={shown}
              bounds={extent.data?.bounds ?? null}
              onOpen={onOpen}
            />
          </Suspense>
        </MapFailure>
      </div>
    </>
  );
}

// React.lazy takes a default export.
export { IncidentPlaces as default };
