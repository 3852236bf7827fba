import { FormattedNumber, useIntl } from 'react-intl';
import { moneyText } from '../payrolls/money.tsx';
import { type Cost, localOf } from './cost.rules.ts';

/** In million đồng, exact in its title; a dash where it is not known. */
export function Millions({ of }: { of: Cost | null }) {
  const intl = useIntl();
  if (!of) return <span className="faint">–</span>;
  const amount = localOf(of);
  return (
    <span title={moneyText(intl, amount)}>
      <FormattedNumber
        value={amount / 1_000_000}
        minimumFractionDigits={1}
        maximumFractionDigits={1}
      />
    </span>
  );
}
