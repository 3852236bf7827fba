import type { AuditEntry } from '@antt/contracts';
import { Button, Drawer } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import { eventText, payloadLines, payloadText } from './audit-text.ts';

type Props = { entry: AuditEntry; onClose: () => void; onAccount: (accountId: string) => void };

/** One entry with all it holds, and the seals that chain it to the one before. */
export function EntryPanel({ entry, onClose, onAccount }: Props) {
  const intl = useIntl();
  const { seq, at, username, accountId, event, payload, traceId, hash, previousHash } = entry;
  const affected = accountIn(payload);
  return (
    <Drawer
      open
      size={460}
      mask={false}
      onClose={onClose}
      title={
        <span className="panel-title">
          {eventText(intl, event)}
          <small>
            <FormattedMessage
              id="audit.entry"
              values={{ seq: intl.formatNumber(seq), at: formatMoment(at, true) }}
            />
          </small>
        </span>
      }
    >
      <p>
        <FormattedMessage
          id={username ? 'audit.by' : 'audit.by-nobody'}
          values={{ name: <b key="name">{username}</b> }}
        />{' '}
        {accountId && (
          <Button type="link" size="small" onClick={() => onAccount(accountId)}>
            <FormattedMessage id="audit.only-account" />
          </Button>
        )}
      </p>
      {affected && affected !== accountId && (
        <p>
          <FormattedMessage id="audit.about-account" />{' '}
          <Button type="link" size="small" onClick={() => onAccount(affected)}>
            <FormattedMessage id="audit.only-account" />
          </Button>
        </p>
      )}
      <h2>
        <FormattedMessage id="audit.payload" />
      </h2>
      <p>{payloadText(intl, entry, Infinity)}</p>
      <dl className="facts payload">
        {payloadLines(payload).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>
        <FormattedMessage id="audit.seal" />
      </h2>
      <dl className="seals">
        <dt>
          <FormattedMessage id="audit.hash" />
        </dt>
        <dd>{hash}</dd>
        <dt>
          <FormattedMessage id="audit.previous-hash" />
        </dt>
        <dd>{previousHash}</dd>
        <dt>
          <FormattedMessage id="audit.event-name" />
        </dt>
        <dd>{event}</dd>
        <dt>
          <FormattedMessage id="audit.trace" />
        </dt>
        <dd>{traceId}</dd>
      </dl>
    </Drawer>
  );
}

/** The account that something was done to. */
function accountIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('accountId' in payload)) return null;
  return typeof payload.accountId === 'string' ? payload.accountId : null;
}
