import { FormattedMessage } from 'react-intl';
import { Money, orNone } from '../payrolls/money.tsx';
import type { Figures, Held } from './budget.rules.ts';

export const figureNames = [
  'allocated',
  'paid',
  'committed',
  'forecast',
  'remaining',
  'shortfall',
] as const;
export type FigureName = (typeof figureNames)[number];

type Props = { name: FigureName; figures: Figures; held: Held };

/** Where nothing was given, that is said: what is left is then neither nought nor less. */
export function FigureValue({ name, figures, held }: Props) {
  const isGiven = held === 'own';
  if (!isGiven && name === 'allocated') {
    return (
      <span className="faint">
        <FormattedMessage id={`budgets.held.${held}`} />
      </span>
    );
  }
  const hidesNought = name === 'committed' || name === 'shortfall';
  const amount = hidesNought ? orNone(figures[name]) : figures[name];
  return <Money amount={!isGiven && name === 'remaining' ? null : amount} />;
}
