import { FormattedMessage, useIntl } from 'react-intl';

/** Sign, number and word, so that the colour is never alone. */
export function Difference({ value }: { value: number | null }) {
  const intl = useIntl();
  if (value === null) return <span className="difference">–</span>;
  const standing = value < 0 ? 'short' : value > 0 ? 'over' : 'even';
  return (
    <span className="difference" data-standing={standing}>
      {standing !== 'even' && (
        <b>
          {value < 0 ? '−' : '+'}
          {intl.formatNumber(Math.abs(value))}
        </b>
      )}{' '}
      <FormattedMessage id={`quotas.${standing}`} />
    </span>
  );
}
