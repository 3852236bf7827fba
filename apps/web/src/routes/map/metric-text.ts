import type { Measured } from '@antt/contracts';
import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { readings, type CoverageMetric } from '@antt/contracts';
import type { Scale, ScaleClass } from '@antt/contracts';
import { unitName } from '../../unit-name.ts';

const percent = (intl: IntlShape, share: number) =>
  // 99.6 % is not all of it: only a full share may read 100 %.
  intl.formatNumber(Math.floor(share * 100) / 100, { style: 'percent' });

/** A figure of the metric in words: `86%`, `−2`, `12`, or that there is none. */
export function metricText(intl: IntlShape, metric: CoverageMetric, row: Measured): string {
  const value = readings[metric].value(row);
  if (value === null) return intl.formatMessage({ id: `map.none.${metric}` });
  if (readings[metric].kind === 'share') return percent(intl, value);
  return intl.formatNumber(value, {
    signDisplay: readings[metric].kind === 'difference' ? 'exceptZero' : 'auto',
  });
}

/** "Xã Tân Sơn: 86% (6/7)" — the one line under the pointer. */
export function useMetricLine(metric: CoverageMetric, byId: ReadonlyMap<string, Measured>) {
  const intl = useIntl();
  return useCallback(
    (id: string): string | null => {
      const row = byId.get(id);
      if (!row) return null;
      const parts = readings[metric].parts?.(row);
      const figure = metricText(intl, metric, row);
      const known = readings[metric].value(row) !== null && parts;
      return `${unitName(row.unit)}: ${figure}${known ? ` (${parts[0]}/${parts[1]})` : ''}`;
    },
    [intl, metric, byId],
  );
}

/** The bounds of a class as the legend says them. */
export function classText(intl: IntlShape, { kind }: Scale, { from, to }: ScaleClass): string {
  const say = (value: number) =>
    kind === 'share' ? percent(intl, value) : intl.formatNumber(value, { signDisplay: 'negative' });
  if (kind === 'share') {
    if (from === null) return intl.formatMessage({ id: 'legend.below' }, { to: say(to!) });
    if (to === null) return say(from);
    return intl.formatMessage(
      { id: 'legend.from-to' },
      { from: Math.round(from * 100), to: say(to) },
    );
  }
  const last = to === null ? null : to - 1;
  if (kind === 'difference') {
    if (from === null) return intl.formatMessage({ id: 'legend.short-from' }, { count: -last! });
    if (last === null) return intl.formatMessage({ id: 'legend.over-from' }, { count: from });
    if (from === 0 && last === 0) return intl.formatMessage({ id: 'legend.even' });
    if (from < 0) {
      return intl.formatMessage({ id: 'legend.short' }, { low: -last, high: -from });
    }
    return intl.formatMessage({ id: 'legend.over' }, { low: from, high: last });
  }
  if (from === null && last === 0) return say(0);
  if (from === null)
    return last === null ? '' : intl.formatMessage({ id: 'legend.up-to' }, { to: say(last) });
  if (last === null) return intl.formatMessage({ id: 'legend.and-more' }, { from: say(from) });
  return from === last ? say(from) : `${say(from)} – ${say(last)}`;
}
