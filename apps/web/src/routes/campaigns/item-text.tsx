import type { ScoredItem } from '@antt/contracts';
import { useIntl } from 'react-intl';
import { pointsText } from './score-text.ts';

/** A figure with where it comes from: "8/10 (80%), 3 báo cáo"; nothing known is said as such. */
export function FigureText({ item }: { item: ScoredItem }) {
  const intl = useIntl();
  const { source, numerator, denominator, noCase, reports, indicator } = item;
  if (indicator === null) return intl.formatMessage({ id: 'campaigns.typed-item' });
  if (source === null) return intl.formatMessage({ id: 'campaigns.no-figure' });
  const from = intl.formatMessage({ id: `campaigns.source.${source}` }, { count: reports });
  if (noCase) return `${intl.formatMessage({ id: 'campaigns.no-case' })} (${from})`;
  const above = pointsText(intl, numerator);
  if (denominator === null) return `${above} (${from})`;
  const share = denominator > 0 ? (numerator ?? 0) / denominator : null;
  const percent =
    share === null ? '' : intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  return `${above}/${pointsText(intl, denominator)} = ${percent} (${from})`;
}

/** What has to be reached, in words. */
export function TargetText({ item }: { item: ScoredItem }) {
  const intl = useIntl();
  const { kind, target, comparison } = item;
  if (kind === 'zero-tolerance') return intl.formatMessage({ id: 'campaigns.target.zero' });
  if (kind === 'deadline') return intl.formatMessage({ id: 'campaigns.target.deadline' });
  if (target === null || comparison === null) return '–';
  const sign = { above: '>', 'at-least': '≥', exactly: '=', below: '<', 'at-most': '≤' }[
    comparison
  ];
  const value = pointsText(intl, Number(target));
  return `${sign ?? comparison} ${value}${kind === 'ratio-target' ? '%' : ''}`;
}
