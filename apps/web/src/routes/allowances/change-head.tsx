import type { getAllowanceChange, VarianceCause } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMonth } from '../../day.ts';
import { CauseTable } from '../payrolls/cause-table.tsx';
import { Money } from '../payrolls/money.tsx';
import { IllustrativeTag } from '../payrolls/payroll-state.tsx';

type Props = {
  change: Output<typeof getAllowanceChange>;
  onCause: (cause: VarianceCause) => void;
  onPeople: () => void;
  /** Stands beside the causes. */
  children: ReactNode;
};

/** The last month that was paid beside the one before: how much, to how many, and why it differs. */
export function ChangeHead({ change, onCause, onPeople, children }: Props) {
  const intl = useIntl();
  const { month, before, amount, amountBefore, people, peopleBefore, decided, serving } = change;
  if (month === null) return children;
  const count = (value: number | null) => (value === null ? '—' : intl.formatNumber(value));
  const counts = { decided: count(decided), serving: count(serving) };
  return (
    <section className="change-head" aria-labelledby="change-of-month">
      <h2 id="change-of-month">
        <FormattedMessage id="totals.month" values={{ month: formatMonth(month) }} />{' '}
        {change.illustrative && <IllustrativeTag />}
      </h2>
      <ul className="summary run-figures">
        <li>
          <b>
            <Money amount={amount} />
          </b>
          <span>
            <FormattedMessage id="totals.amount" />
          </span>
        </li>
        <li>
          <b>{before === null ? '—' : <Money signed amount={amount - amountBefore} />}</b>
          <span>
            {before === null ? (
              <FormattedMessage id="totals.no-month-before" />
            ) : (
              <FormattedMessage id="totals.against" values={{ month: formatMonth(before) }} />
            )}
          </span>
        </li>
        {Object.entries(counts).map(([name, value]) => (
          <li key={name}>
            <b>{value}</b>
            <span>
              <FormattedMessage id={`totals.${name as keyof typeof counts}`} />
            </span>
          </li>
        ))}
        <li>
          <b>
            <button type="button" className="as-link" onClick={onPeople}>
              {count(people)}
            </button>
          </b>
          <span>
            <FormattedMessage id="totals.paid" />
            {before !== null &&
              people !== peopleBefore &&
              ` (${intl.formatNumber(people - peopleBefore, { signDisplay: 'exceptZero' })})`}
          </span>
        </li>
      </ul>
      <div className="change-body">
        {before !== null && (
          <CauseTable
            causes={change.causes}
            before={amountBefore}
            now={amount}
            heading={<FormattedMessage id="totals.month" values={{ month: formatMonth(before) }} />}
            onCause={onCause}
          />
        )}
        {children}
      </div>
    </section>
  );
}
