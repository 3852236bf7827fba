import type { LineExplanation } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import { quantityText } from './line-columns.tsx';
import { moneyText } from './money.tsx';

/** The days of each part of the month with their rate, and how days become an amount. */
export function LineParts({
  explanation: { line, parts, proration, dossier },
}: {
  explanation: LineExplanation;
}) {
  const intl = useIntl();
  // What a dossier grants is paid once; it has no days of a month.
  const monthly = dossier === null;
  return (
    <>
      <p>
        {quantityText(intl, line)} × {moneyText(intl, line.rate)} = {moneyText(intl, line.amount)}
      </p>
      {monthly && parts.length > 0 && (
        <table className="line-parts">
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="payrolls.part.days" />
              </th>
              <th scope="col" data-align="end">
                <FormattedMessage id="payrolls.part.count" />
              </th>
              <th scope="col" data-align="end">
                <FormattedMessage id="payrolls.part.whole" />
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ from, to, days, whole }) => (
              <tr key={from}>
                <td>
                  {formatDay(from)} – {formatLastDay(to)}
                </td>
                <td data-align="end">{intl.formatNumber(days)}</td>
                <td data-align="end">{moneyText(intl, whole)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {monthly && proration && (
        <small>
          <FormattedMessage id={`payrolls.proration.${proration}` as MessageId} />
        </small>
      )}
    </>
  );
}
