import { getAllowanceTotals } from '@antt/contracts';
import type { Period } from '@antt/kernel';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatMonth } from '../../day.ts';
import { useNarrow } from '../../width.ts';
import { moneyText } from '../payrolls/money.tsx';
import { type Asked, monthsOf, yearUpTo } from './totals.rules.ts';

type Props = { asked: Asked; onMonth: (month: Period) => void };

/** "1,2 tỷ", "850 triệu": what has room over a bar. */
export function shortMoney(intl: IntlShape, amount: number): string {
  const [id, unit] =
    Math.abs(amount) >= 1e9
      ? (['totals.billions', 1e9] as const)
      : (['totals.millions', 1e6] as const);
  const figure = intl.formatNumber(amount / unit, { maximumSignificantDigits: 3 });
  return intl.formatMessage({ id }, { figure });
}

/** What was paid in each of the last twelve months; a bar leads to its month. */
export function MonthBars({ asked: { from, to, status }, onMonth }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { within } = useArea();
  const year = yearUpTo(to);
  const { data } = useAnswer(
    getAllowanceTotals,
    { ...year, by: 'month', status, within },
    { keep: true },
  );
  if (!data || data.rows.length === 0) return null;
  const amounts = new Map(data.rows.map(({ month, amount }) => [month, amount]));
  const most = Math.max(1, ...amounts.values());
  return (
    <figure className="month-bars" aria-labelledby="month-bars">
      <figcaption id="month-bars">
        <FormattedMessage id="totals.by-month" values={{ count: narrow ? 6 : 12 }} />
      </figcaption>
      <ul>
        {monthsOf(year)
          .slice(narrow ? -6 : 0)
          .map((month) => {
            const amount = amounts.get(month) ?? null;
            const told = `${formatMonth(month)}: ${moneyText(intl, amount)}`;
            return (
              <li key={month} data-shown={(month >= from && month <= to) || undefined}>
                <button
                  type="button"
                  title={told}
                  disabled={amount === null}
                  onClick={() => onMonth(month)}
                >
                  <small>{amount === null ? '' : shortMoney(intl, amount)}</small>
                  <span
                    className="bar"
                    style={{ blockSize: `${Math.max(0, (100 * (amount ?? 0)) / most)}px` }}
                  />
                  <span>{narrow ? formatMonth(month.slice(2)) : formatMonth(month)}</span>
                </button>
              </li>
            );
          })}
      </ul>
    </figure>
  );
}
