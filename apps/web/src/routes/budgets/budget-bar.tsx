import { useIntl } from 'react-intl';
import { moneyText } from '../payrolls/money.tsx';
import { type Figures, type Held, partsOf } from './budget.rules.ts';

/** Paid, committed and still to come beside the money that was given, which a line marks. */
export function BudgetBar({ figures, held }: { figures: Figures; held: Held }) {
  const intl = useIntl();
  const { paid, committed, ahead, allocated } = partsOf(figures);
  const told = intl.formatMessage(
    { id: held === 'own' ? 'budgets.bar' : 'budgets.bar-none' },
    {
      paid: moneyText(intl, figures.paid),
      committed: moneyText(intl, figures.committed),
      forecast: moneyText(intl, figures.forecast),
      allocated: moneyText(intl, figures.allocated),
    },
  );
  return (
    <span
      className="budget-bar"
      role="img"
      aria-label={told}
      title={told}
      data-short={figures.shortfall > 0 || undefined}
    >
      <i data-part="paid" style={{ inlineSize: `${paid}%` }} />
      <i data-part="committed" style={{ inlineSize: `${committed}%` }} />
      <i data-part="ahead" style={{ inlineSize: `${ahead}%` }} />
      <b style={{ insetInlineStart: `calc(${allocated}% - 1px)` }} />
    </span>
  );
}
