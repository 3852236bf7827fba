import type { BudgetFund } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { Money, orNone } from '../payrolls/money.tsx';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { type Figures, fundSums, type Sums } from './budget.rules.ts';

const shown = ['allocated', 'paid', 'committed', 'forecast', 'remaining', 'shortfall'] as const;

type Props = { sums: readonly Sums[]; illustrative: boolean };

/** The two funds apart (law BR-60): how much there is, how far it lasts. */
export function FundCards({ sums, illustrative }: Props) {
  return (
    <div className="fund-cards">
      {fundSums(sums).map(({ fund, figures }) => (
        <FundCard key={fund} {...{ fund, figures }} illustrative={illustrative} />
      ))}
    </div>
  );
}

type Card = { fund: BudgetFund; figures: Figures; illustrative: boolean };

function FundCard({ fund, figures, illustrative }: Card) {
  return (
    <section aria-labelledby={`fund-${fund}`} data-short={figures.shortfall > 0 || undefined}>
      <h2 id={`fund-${fund}`}>
        <FormattedMessage id={`budgets.fund.${fund}`} />{' '}
        {illustrative && fund === 'force' && <IllustrativeTag />}
      </h2>
      <BudgetBar figures={figures} />
      <dl>
        {shown.map((name) => (
          <div key={name} data-figure={name}>
            <dt>
              <FormattedMessage id={`budgets.${name}`} />
            </dt>
            <dd>
              <Money amount={name === 'shortfall' ? orNone(figures[name]) : figures[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {figures.shortfall > 0 && (
        <p className="short">
          <FormattedMessage
            id="budgets.fund-short"
            values={{ amount: <Money amount={figures.shortfall} /> }}
          />
        </p>
      )}
    </section>
  );
}
