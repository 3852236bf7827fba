import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { type Grant, lastDay } from './account.rules.ts';

/** From when until when a role is held, the last day included. */
export function GrantDays({ from, to }: Pick<Grant, 'from' | 'to'>) {
  const last = lastDay(to);
  return (
    <FormattedMessage
      id={last ? 'accounts.days-until' : 'accounts.days'}
      values={{ from: formatDay(from), to: last && formatDay(last) }}
    />
  );
}
