import type { VarianceCause } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Money } from './money.tsx';

type Cause = { cause: VarianceCause; people: number; difference: number };
type Props = {
  causes: readonly Cause[];
  before: number;
  now: number;
  /** What the month before is called, or that there is none. */
  heading: ReactNode;
  chosen?: VarianceCause | undefined;
  /** Shows the people of a cause. */
  onCause?: (cause: VarianceCause) => void;
};

/** From the month before to this one: what each cause added or took away. */
export function CauseTable({ causes, before, now, heading, chosen, onCause }: Props) {
  const intl = useIntl();
  const ordered = causes.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return (
    <div className="plain-table cause-table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="payrolls.cause" />
            </th>
            <th scope="col" data-align="end">
              <FormattedMessage id="payrolls.people" />
            </th>
            <th scope="col" data-align="end">
              <FormattedMessage id="payrolls.amount" />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">{heading}</th>
            <td />
            <td data-align="end">
              <Money amount={before} />
            </td>
          </tr>
          {ordered.map(({ cause, people, difference }) => (
            <tr key={cause} data-chosen={cause === chosen || undefined}>
              <th scope="row">
                {onCause ? (
                  <button
                    type="button"
                    className="as-link"
                    aria-pressed={cause === chosen}
                    onClick={() => onCause(cause)}
                  >
                    <FormattedMessage id={`pay.cause.${cause}`} />
                  </button>
                ) : (
                  <FormattedMessage id={`pay.cause.${cause}`} />
                )}
              </th>
              <td data-align="end">{intl.formatNumber(people)}</td>
              <td data-align="end">
                <Money signed amount={difference} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <FormattedMessage id="payrolls.this-month" />
            </th>
            <td />
            <td data-align="end">
              <Money amount={now} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
