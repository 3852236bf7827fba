import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';

/** What is known of something, each with its name; what is not known is left out. */
export function FactList({ facts }: { facts: [MessageId, ReactNode][] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>
              <FormattedMessage id={title} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
