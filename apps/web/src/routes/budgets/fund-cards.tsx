import type { BudgetComparison, BudgetFund } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { Money } from '../payrolls/money.tsx';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { beyond, type Figures, fundSums, type Held, heldOf, type Sums } from './budget.rules.ts';
import { figureNames, FigureValue } from './figure-value.tsx';

type Props = {
  rows: readonly BudgetComparison[];
  sums: readonly Sums[];
  illustrative: boolean;
};

/** The two funds apart (law BR-60): how much there is, how far it lasts. */
export function FundCards({ rows, sums, illustrative }: Props) {
  return (
    <div className="fund-cards">
      {fundSums(sums).map(({ fund, figures }) => (
        <FundCard
          key={fund}
          {...{ fund, figures, illustrative }}
          held={heldOf(rows.filter((row) => row.fund === fund))}
        />
      ))}
    </div>
  );
}

type Card = { fund: BudgetFund; figures: Figures; held: Held; illustrative: boolean };

function FundCard({ fund, figures, held, illustrative }: Card) {
  return (
    <section aria-labelledby={`fund-${fund}`} data-short={figures.shortfall > 0 || undefined}>
      <h2 id={`fund-${fund}`}>
        <FormattedMessage id={`budgets.fund.${fund}`} />{' '}
        {illustrative && fund === 'force' && <IllustrativeTag />}
      </h2>
      <BudgetBar figures={figures} held={held} />
      <dl>
        {figureNames.map((name) => (
          <div key={name} data-figure={name}>
            <dt>
              <FormattedMessage id={`budgets.${name}`} />
            </dt>
            <dd>
              <FigureValue {...{ name, figures, held }} />
            </dd>
          </div>
        ))}
      </dl>
      {held === 'own' && beyond(figures) > 0 && (
        <p className="faint">
          <FormattedMessage
            id="budgets.beyond"
            values={{ amount: <Money amount={beyond(figures)} /> }}
          />
        </p>
      )}
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
