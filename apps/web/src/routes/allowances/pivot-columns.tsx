import type { getAllowanceTotals } from '@antt/contracts';
import type { Output, Period } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatMonth } from '../../day.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { Money } from '../payrolls/money.tsx';
import { type Asked, perHead, type Pivot, type PivotLine } from './totals.rules.ts';

type Open = (line: PivotLine | null, month?: Period) => void;
type Total = Output<typeof getAllowanceTotals>['total'];

/** What a row is about, then the months or the sum; each figure opens the people behind it. */
export function pivotColumns(
  intl: IntlShape,
  asked: Asked,
  { months, lines }: Pivot,
  total: Total,
  open: Open,
): Column<PivotLine>[] {
  const { by } = asked;
  // Who is paid for two things stands in two cells: people are no longer added up.
  const once = !by.includes('item') && !by.includes('source') && !by.includes('payee');
  const words: Record<string, (line: PivotLine) => string> = {
    unit: ({ unit }) => (unit ? unitName(unit) : ''),
    item: ({ item }) => (item ? intl.formatMessage({ id: `pay.item.${item}` }) : ''),
    position: ({ position }) =>
      intl.formatMessage({ id: position ? `people.position.${position}` : 'totals.of-team' }),
    source: ({ source }) => (source ? intl.formatMessage({ id: `pay.fund.${source}` }) : ''),
    payee: ({ payee }) => (payee ? intl.formatMessage({ id: `pay.payee.${payee}` }) : ''),
  };
  const subjects = by
    .filter((one) => one !== 'month')
    .map((one, n): Column<PivotLine> => ({
      id: one,
      title: intl.formatMessage({ id: `totals.by.${one}` }),
      ...(n === 0 ? {} : { width: 220 }),
      cell: words[one]!,
      order: words[one]!,
      text: words[one]!,
      ...(n === 0 ? { total: intl.formatMessage({ id: 'payrolls.sum' }) } : {}),
    }));
  const figure = (amount: number | null, line: PivotLine | null, month?: Period) =>
    amount === null || amount === 0 ? (
      <Money amount={null} />
    ) : (
      <button type="button" className="as-link" onClick={() => open(line, month)}>
        <Money amount={amount} />
      </button>
    );
  const head: Column<PivotLine> = {
    id: 'head',
    title: intl.formatMessage({ id: 'totals.per-head' }),
    width: 140,
    align: 'end',
    cell: (line) => <Money amount={perHead(line)} />,
    order: perHead,
    text: perHead,
    total: <Money amount={perHead(total)} />,
  };
  return [
    ...subjects,
    {
      id: 'people',
      title: intl.formatMessage({
        id: asked.from === asked.to ? 'payrolls.people' : 'totals.person-months',
      }),
      width: 110,
      align: 'end',
      cell: ({ people }) => (people === 0 ? '—' : intl.formatNumber(people)),
      order: ({ people }) => people,
      text: ({ people }) => people,
      total: once ? intl.formatNumber(total.people) : '—',
    },
    ...(months.length > 1
      ? months.map((month): Column<PivotLine> => ({
          id: month,
          title: formatMonth(month),
          width: 140,
          align: 'end',
          cell: (line) => figure(line.months.get(month) ?? null, line, month),
          order: (line) => line.months.get(month) ?? null,
          text: (line) => line.months.get(month) ?? null,
          total: figure(
            lines.reduce((sum, line) => sum + (line.months.get(month) ?? 0), 0),
            null,
            month,
          ),
        }))
      : []),
    {
      id: 'amount',
      title: intl.formatMessage({ id: 'payrolls.amount' }),
      width: 150,
      align: 'end',
      cell: (line) => figure(line.amount, line),
      order: ({ amount }) => amount,
      text: ({ amount }) => amount,
      total: figure(total.amount, null),
    },
    ...(once ? [head] : []),
  ];
}
