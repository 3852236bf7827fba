import { FormattedMessage } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import type { Grant } from './account.rules.ts';

/** From when until when a role is held, the last day included. */
export function GrantDays({ from, to }: Pick<Grant, 'from' | 'to'>) {
  return (
    <FormattedMessage
      id={to ? 'accounts.days-until' : 'accounts.days'}
      values={{ from: formatDay(from), to: to && formatLastDay(to) }}
    />
  );
}
