import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import type { LegendContent } from '../../map/legend.tsx';
import { useMe } from '../../session/me.ts';
import type { useFigures } from './figures.ts';
import type { MapSearch, PointLayer } from './map-search.ts';
import { classText } from './metric-text.ts';
import { useWorkName } from './work-name.ts';

type Shown = Pick<MapSearch, 'metric' | 'work' | 'points'>;

/** The legend of what is shown: classes with their counts, the rule, the day; and what the figures leave out. */
export function useLegend(
  { metric, work, points }: Shown,
  { scale, counts, elsewhere }: ReturnType<typeof useFigures>,
): LegendContent {
  const intl = useIntl();
  const { on, isToday, restate } = useDay();
  const whole = useMe().areas.some((area) => area.whole);
  const kind = useWorkName(metric === 'work' ? work : undefined);
  return useMemo(() => {
    const say = intl.formatMessage;
    const classes = scale.classes.map((one, index) => ({
      label: classText(intl, scale, one),
      count: counts.counts[index]!,
      colour: one.colour,
    }));
    const pointsOf = (layer: PointLayer) =>
      points.includes(layer)
        ? [
            { label: say({ id: `legend.${layer}` }), layer, bare: false },
            { label: say({ id: `legend.${layer}.bare` }), layer, bare: true },
          ]
        : [];
    const notes = [
      say({ id: 'legend.day' }, { day: formatDay(on) }),
      ...(metric === 'work' && restate ? [say({ id: 'legend.work.restated' })] : []),
      ...(metric === 'work' && !isToday && !restate ? [say({ id: 'legend.work.other-day' })] : []),
      ...(elsewhere > 0 ? [say({ id: 'legend.work.elsewhere' }, { count: elsewhere })] : []),
    ];
    const title = say({ id: `map.metric.${metric}` });
    return {
      title: kind === null ? title : `${title}: ${kind}`,
      rule: say({ id: `legend.rule.${scale.rule}` }),
      day: notes.join(' '),
      entries: [
        ...classes,
        { label: say({ id: `map.none.${metric}` }), count: counts.none, colour: null },
      ],
      outside: whole ? null : say({ id: 'legend.outside' }),
      points: [...pointsOf('teams'), ...pointsOf('workplaces')],
    };
  }, [intl, metric, kind, points, scale, counts, elsewhere, on, isToday, restate, whole]);
}
