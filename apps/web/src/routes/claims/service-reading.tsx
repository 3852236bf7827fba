import { FormattedMessage, useIntl } from 'react-intl';

type Service = { months: number; years: string; allowance: number | null };

/** The service in a former force that severance is reckoned by. */
export function ServiceReading({ service: { months, years, allowance } }: { service: Service }) {
  const intl = useIntl();
  return (
    <small>
      <FormattedMessage
        id="claims.price.service"
        values={{
          months,
          years: intl.formatNumber(Number(years)),
          allowance: allowance ?? 0,
          known: String(allowance !== null),
        }}
      />
    </small>
  );
}
