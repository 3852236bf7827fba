import type { PayFund } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNarrow } from '../../width.ts';
import { Money } from './money.tsx';
import type { Run } from './use-run.ts';

type Props = { run: Run; onItem: (item: Run['items'][number]['item']) => void };

/** What is paid for, and from whose money: a row an item, a column a fund. */
export function RunItems({ run: { items }, onItem }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  if (items.length === 0) return null;
  const all = [...new Set(items.map(({ fund }) => fund))];
  // A phone has room for one column: whose money it is stands under what it is for.
  const funds = narrow && all.length > 1 ? [] : all;
  const fundsOf = (item: string) =>
    all
      .filter((fund) => items.some((one) => one.item === item && one.fund === fund))
      .map((fund) => intl.formatMessage({ id: `pay.fund.${fund}` }));
  const kinds = [...new Set(items.map(({ item }) => item))];
  const sum = (of: typeof items) => of.reduce((all, { amount }) => all + amount, 0);
  const cell = (item: string | null, fund: PayFund | null) => {
    const found = items.filter(
      (one) => (item === null || one.item === item) && (fund === null || one.fund === fund),
    );
    return <Money amount={found.length === 0 ? null : sum(found)} />;
  };
  return (
    <div className="plain-table run-items">
      <table>
        <caption>
          <FormattedMessage id="payrolls.by-item" />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="payrolls.item" />
            </th>
            {funds.map((fund) => (
              <th key={fund} scope="col" data-align="end">
                <FormattedMessage id={`pay.fund.${fund}`} />
              </th>
            ))}
            {funds.length !== 1 && (
              <th scope="col" data-align="end">
                <FormattedMessage id="payrolls.all-funds" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {kinds.map((item) => (
            <tr key={item}>
              <th scope="row">
                <button type="button" className="as-link" onClick={() => onItem(item)}>
                  {intl.formatMessage({ id: `pay.item.${item}` })}
                </button>
                {funds.length === 0 && <small>{fundsOf(item).join(', ')}</small>}
              </th>
              {funds.map((fund) => (
                <td key={fund} data-align="end">
                  {cell(item, fund)}
                </td>
              ))}
              {funds.length !== 1 && <td data-align="end">{cell(item, null)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <FormattedMessage id="payrolls.sum" />
            </th>
            {funds.map((fund) => (
              <td key={fund} data-align="end">
                {cell(null, fund)}
              </td>
            ))}
            {funds.length !== 1 && <td data-align="end">{cell(null, null)}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
