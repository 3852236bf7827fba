import type { CompletenessRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { CommuneMap } from '../../map/commune-map.tsx';
import { classText } from '../map/metric-text.ts';
import { type CompletenessMeasure, measured, scaleOf, standings } from './completeness.rules.ts';

type Props = {
  /** The last day of the period: whose tree it is counted in. */
  on: PlainDate;
  rows: readonly CompletenessRow[];
  measure: CompletenessMeasure;
  onChoose: (communeId: string) => void;
};

/** The communes of the period, coloured by who has reported, and in time. */
function CompletenessMap({ on, rows, measure, onChoose }: Props) {
  const intl = useIntl();
  const scale = scaleOf(measure);
  const figures = useMemo(
    () =>
      rows.map((row) => ({
        unit: { id: row.unitId, kind: row.kind, name: row.name },
        value: measured(measure, row),
      })),
    [rows, measure],
  );
  const byId = useMemo(() => new Map(rows.map((row) => [row.unitId, row])), [rows]);
  const standingText = useCallback(
    (value: number | null) =>
      value === null
        ? '–'
        : intl.formatMessage({ id: `reports.standing.${standings[value] ?? 'missing'}` }),
    [intl],
  );
  const textOf = useCallback(
    (value: number | null) =>
      measure === 'standing'
        ? standingText(value)
        : value === null
          ? '–'
          : intl.formatNumber(value, { style: 'percent', maximumFractionDigits: 1 }),
    [intl, measure, standingText],
  );
  const moreOf = useCallback(
    (id: string) => {
      const row = byId.get(id);
      if (!row) return undefined;
      const { owed, missing, inTime, late } = row;
      return intl.formatMessage(
        { id: 'reports.map-line' },
        { sent: owed - missing, owed, inTime, late, missing },
      );
    },
    [intl, byId],
  );
  return (
    <CommuneMap
      {...{ on, figures, scale, textOf, moreOf, onChoose }}
      classText={(one) =>
        measure === 'standing' ? standingText(one.from) : classText(intl, scale, one)
      }
      legend={{
        title: intl.formatMessage({ id: `reports.measure.${measure}` }),
        rule: intl.formatMessage({
          id: measure === 'standing' ? 'reports.standing-rule' : 'legend.rule.fixed',
        }),
        day: intl.formatMessage({ id: 'legend.day' }, { day: formatDay(on) }),
        none: intl.formatMessage({ id: 'reports.none-owed' }),
      }}
    />
  );
}

// React.lazy takes a default export.
export { CompletenessMap as default };
