import { countScale } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { CommuneMap } from '../../map/commune-map.tsx';
import { classText } from '../map/metric-text.ts';
import { type Figure, figureText, type ForceRow } from './force-columns.tsx';

type Props = {
  /** The last day of the window. */
  on: PlainDate;
  rows: readonly ForceRow[];
  figure: Figure;
  onChoose: (communeId: string) => void;
};

/** The communes of the last day, coloured by a figure of the force. */
function ForceMap({ on, rows, figure, onChoose }: Props) {
  const intl = useIntl();
  const figures = useMemo(
    () => rows.map((row) => ({ unit: row.unit, value: row[figure] })),
    [rows, figure],
  );
  const scale = useMemo(() => countScale(figures.map(({ value }) => value)), [figures]);
  const textOf = useCallback((value: number | null) => figureText(intl, value), [intl]);
  return (
    <CommuneMap
      {...{ on, figures, scale, textOf, onChoose }}
      classText={(one) => classText(intl, scale, one)}
      legend={{
        title: intl.formatMessage({ id: `force.hint.${figure}` }),
        rule: intl.formatMessage({ id: 'legend.rule.quantile' }),
        day: intl.formatMessage({ id: 'legend.day' }, { day: formatDay(on) }),
        none: intl.formatMessage({ id: 'force.unknown' }),
      }}
    />
  );
}

// React.lazy takes a default export.
export { ForceMap as default };
