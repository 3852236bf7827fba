import type { CompiledQuestion, CompiledReport, ReportCounts } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';

type Props = { report: CompiledReport; question: CompiledQuestion };

const shown = [
  ['missing', { state: 'missing' }],
  ['inTime', { time: 'in-time' }],
  ['late', { time: 'late' }],
  ['submitted', { state: 'submitted' }],
  ['returned', { state: 'returned' }],
  ['verified', { state: 'verified' }],
] as const satisfies [keyof ReportCounts, Record<string, string>][];

/** How many reports there are of how many that are owed; of one period each number leads to them, of several each period. */
export function CompiledCounts({ report, question }: Props) {
  const intl = useIntl();
  const { counts, counting, corrected, window } = report;
  const { within, sender } = question;
  const [only] = window.periods.length === 1 ? window.periods : [];
  const number = (amount: number, filter: Record<string, string>) =>
    only && amount > 0 ? (
      <PlaceLink path="/reports" search={{ within, sender, period: only.id, ...filter }}>
        {intl.formatNumber(amount)}
      </PlaceLink>
    ) : (
      intl.formatNumber(amount)
    );
  return (
    <>
      <ul className="summary compiled-counts">
        <li>
          <b>
            {number(counts.owed - counts.missing, {})}/{number(counts.owed, {})}
          </b>{' '}
          <span>
            <FormattedMessage id="compiled.sent" />
          </span>
        </li>
        <li>
          <b>{number(counting, {})}</b>{' '}
          <span>
            <FormattedMessage id="compiled.counting" />
          </span>
        </li>
        {shown.map(([name, filter]) =>
          counts[name] === 0 && !['missing', 'late'].includes(name) ? null : (
            <li key={name} data-wrong={(name === 'missing' && counts.missing > 0) || undefined}>
              <b>{number(counts[name], filter)}</b>{' '}
              <span>
                <FormattedMessage id={`reports.counted.${name}`} />
              </span>
            </li>
          ),
        )}
        {corrected > 0 && (
          <li>
            <b>{intl.formatNumber(corrected)}</b>{' '}
            <span>
              <FormattedMessage id="compiled.corrected" />
            </span>
          </li>
        )}
      </ul>
      {!only && (
        <p className="compiled-periods faint">
          <FormattedMessage id="compiled.periods" />{' '}
          {window.periods.map(({ id, name }) => (
            <PlaceLink key={id} path="/reports" search={{ within, sender, period: id }}>
              {name}
            </PlaceLink>
          ))}
        </p>
      )}
    </>
  );
}
