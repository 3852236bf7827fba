import type { CaseAmount, CasePrice, PayRate } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, formatMonth } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { Money } from '../payrolls/money.tsx';
import { keyName, tableName, valueWords } from '../policies/value-words.ts';
import { ServiceReading } from './service-reading.tsx';

type Props = { price: CasePrice };

/** What a dossier comes to, line by line, with the rule, the values and the service behind each amount. */
export function CasePriceReading({ price }: Props) {
  const { on, granted, amounts, total, paidApart, paid } = price;
  if (amounts.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="claims.price.none" values={{ day: formatDay(on) }} />
      </p>
    );
  }
  return (
    <>
      <p className="faint">
        <FormattedMessage
          id={granted ? 'claims.price.as-granted' : 'claims.price.expected-by'}
          values={{ day: formatDay(on) }}
        />
      </p>
      <ul className="case-price">
        {amounts.map((amount) => (
          <AmountReading key={`${amount.policy?.id} ${amount.code}`} amount={amount} />
        ))}
      </ul>
      <p className="case-total">
        <span>
          <FormattedMessage id="claims.price.total" />
        </span>
        <b>
          {total === null ? (
            <FormattedMessage id="claims.price.unknown" />
          ) : (
            <Money amount={total} />
          )}
        </b>
      </p>
      {paid.map(({ payrollId, month, state, amount }) => (
        <p key={payrollId} className="case-total">
          <PlaceLink path={`/payrolls/${payrollId}`} search={{ tab: 'lines' }}>
            <FormattedMessage id="claims.price.run" values={{ month: formatMonth(month) }} />
          </PlaceLink>
          <span>
            <Tag>
              <FormattedMessage id={`claims.run-state.${state}`} />
            </Tag>{' '}
            <Money amount={amount} />
          </span>
        </p>
      ))}
      {granted && paid.length === 0 && (
        <p className="faint">
          <FormattedMessage id={paidApart ? 'claims.price.paid-apart' : 'claims.price.not-paid'} />
        </p>
      )}
    </>
  );
}

function AmountReading({ amount: one }: { amount: CaseAmount }) {
  const intl = useIntl();
  const { code, item, label, quantity, rate, amount, excluded, policy, values, service } = one;
  const value = one.value as PayRate['value'] | null;
  const name = label === code ? intl.formatMessage({ id: `pay.item.${item}` }) : label;
  return (
    <li>
      <p className="case-total">
        <span>{name}</span>
        <b>
          {amount === null ? (
            <FormattedMessage id="claims.price.unknown" />
          ) : (
            <Money amount={amount} />
          )}
        </b>
      </p>
      <small>
        {excluded && <FormattedMessage id={`claims.price.excluded.${excluded}`} />}
        {!excluded && (
          <>
            {quantity === null ? '?' : intl.formatNumber(quantity)} × <Money amount={rate} />
            {value && ` (${valueWords(intl, value, [])})`}
          </>
        )}
      </small>
      {service && <ServiceReading service={service} />}
      {values.map(({ table, key, value: worth }) => (
        <small key={`${table} ${key}`}>
          {tableName(intl, table)}
          {key && ` ${keyName(intl, table, key)}`}: {intl.formatNumber(Number(worth))}
        </small>
      ))}
      {policy && (
        <small>
          <PlaceLink path={`/policies/${policy.id}`}>{policy.number || policy.name}</PlaceLink>
          {policy.article && `, ${policy.article}`}
          {' · '}
          <FormattedMessage id={`pay.certainty.${policy.certainty}` as MessageId} />
        </small>
      )}
    </li>
  );
}

// React.lazy takes a default export.
export { CasePriceReading as default };
