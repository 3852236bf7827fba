import type { IntlShape } from 'react-intl';
import { useIntl } from 'react-intl';

/** An amount as papers write it, `1.234.567 đ`; a dash where there is none. */
export const moneyText = (intl: IntlShape, amount: number | null): string =>
  amount === null ? '—' : `${intl.formatNumber(amount)} đ`;

/** Nothing is a dash: a column of noughts hides what is there. */
export const orNone = (amount: number): number | null => (amount === 0 ? null : amount);

/** A difference with its sign, `+1.234.567 đ`. */
export const differenceText = (intl: IntlShape, amount: number): string =>
  `${intl.formatNumber(amount, { signDisplay: 'exceptZero' })} đ`;

type Props = { amount: number | null; /** Say whether it is more or less. */ signed?: boolean };

export function Money({ amount, signed = false }: Props) {
  const intl = useIntl();
  const text = signed && amount !== null ? differenceText(intl, amount) : moneyText(intl, amount);
  return <span className="money">{text}</span>;
}
