import { getAllowanceTotals, type ScaleClass } from '@antt/contracts';
import { addDays, daysOf, today } from '@antt/kernel';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatMonth } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { CommuneMap } from '../../map/commune-map.tsx';
import { moneyText } from '../payrolls/money.tsx';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';
import { type Asked, headScale, perHead } from './totals.rules.ts';

type Props = { asked: Asked; onChoose: (communeId: string) => void };

/** The communes of the area, coloured by what each of their people was paid a month. */
export function HeadMap({ asked: { from, to, status }, onChoose }: Props) {
  const intl = useIntl();
  const { within } = useArea();
  const end = addDays(daysOf(to).to, -1);
  const totals = useAnswer(
    getAllowanceTotals,
    { from, to, within, level: 'commune', by: 'unit', status },
    { keep: true },
  );
  const rows = totals.data?.rows;
  const figures = useMemo(
    () =>
      (rows ?? []).flatMap((row) => (row.unit ? [{ unit: row.unit, value: perHead(row) }] : [])),
    [rows],
  );
  const scale = useMemo(
    () => headScale(figures.flatMap(({ value }) => (value === null ? [] : [value]))),
    [figures],
  );
  const textOf = useCallback((value: number | null) => moneyText(intl, value), [intl]);
  const thousands = (amount: number) => intl.formatNumber(Math.round(amount / 1000));
  const classText = ({ from: low, to: high }: ScaleClass) =>
    low === null
      ? intl.formatMessage(
          { id: high === null ? 'totals.any-amount' : 'totals.below' },
          { amount: high === null ? '' : thousands(high) },
        )
      : high === null
        ? intl.formatMessage({ id: 'totals.from-amount' }, { amount: thousands(low) })
        : `${thousands(low)} – ${thousands(high)}`;
  if (totals.isError) {
    return <ProblemPanel problem={totals.error} onRetry={() => void totals.refetch()} />;
  }
  return (
    <CommuneMap
      on={end < today() ? end : today()}
      {...{ figures, scale, textOf, classText, onChoose }}
      legend={{
        title: intl.formatMessage({ id: 'totals.map' }),
        rule: intl.formatMessage({ id: 'totals.map-rule' }),
        day: `${formatMonth(from)} – ${formatMonth(to)}`,
        none: intl.formatMessage({ id: 'totals.nobody' }),
      }}
    >
      {totals.data?.illustrative && <IllustrativeTag />}
    </CommuneMap>
  );
}

// React.lazy takes a default export.
export { HeadMap as default };
