import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import type { LegendContent } from '../../map/legend.tsx';
import type { CoverageMetric } from '@antt/contracts';
import { useMe } from '../../session/me.ts';
import type { useFigures } from './figures.ts';
import type { PointLayer } from './map-search.ts';
import { classText } from './metric-text.ts';

/** The legend of what is shown: classes with their counts, the rule, the day. */
export function useLegend(
  metric: CoverageMetric,
  points: PointLayer[],
  { scale, counts }: ReturnType<typeof useFigures>,
  on: string,
): LegendContent {
  const intl = useIntl();
  const whole = useMe().areas.some((area) => area.whole);
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
    return {
      title: say({ id: `map.metric.${metric}` }),
      rule: say({ id: `legend.rule.${scale.rule}` }),
      day: say({ id: 'legend.day' }, { day: formatDay(on) }),
      entries: [
        ...classes,
        { label: say({ id: `map.none.${metric}` }), count: counts.none, colour: null },
      ],
      outside: whole ? null : say({ id: 'legend.outside' }),
      points: [...pointsOf('teams'), ...pointsOf('workplaces')],
    };
  }, [intl, metric, points, scale, counts, on, whole]);
}
