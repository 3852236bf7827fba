import '../../outbox/outbox.css';
import { Alert, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useConnectionLost } from '../../connection.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { exportEntries } from '../../outbox/export.ts';
import { useNeedsSignIn } from '../../outbox/needs-sign-in.ts';
import { useOutbox } from '../../outbox/outbox.ts';
import { sendWaiting } from '../../outbox/sender.ts';
import { askSignIn } from '../../outbox/sign-in-asked.ts';
import { useMe } from '../../session/me.ts';
import { signOut } from '../../session/session.ts';
import { OutboxEntry } from './outbox-entry.tsx';

/** What was written on this device and has not reached the server: of the own account, of others the number. */
export function Component() {
  const intl = useIntl();
  const { account } = useMe();
  const { search, put } = useAddress();
  const outbox = useOutbox(account.id);
  const mustSignIn = useNeedsSignIn();
  const lost = useConnectionLost();
  if (!outbox) return <PageSkeleton />;
  const { entries, others, unreadable } = outbox;
  const { username } = account;
  const waits = entries.some(({ state }) => state === 'waiting');
  const exporting = (as: 'data' | 'text') => (
    <Button onClick={() => void exportEntries(intl, entries, { username, as })}>
      <FormattedMessage id={as === 'data' ? 'outbox.export' : 'outbox.export-text'} />
    </Button>
  );
  return (
    <div className="outbox">
      <PageHeader
        title={<FormattedMessage id="page.outbox" />}
        note={<FormattedMessage id="outbox.note" />}
      >
        {waits && (
          <Button
            type="primary"
            disabled={lost}
            onClick={() => (mustSignIn ? askSignIn() : void sendWaiting())}
          >
            <FormattedMessage id={mustSignIn ? 'outbox.sign-in' : 'outbox.send-now'} />
          </Button>
        )}
        {entries.length > 0 && exporting('data')}
        {entries.length > 0 && exporting('text')}
      </PageHeader>
      {search.get('leaving') && (
        <Alert
          type="warning"
          showIcon
          title={<FormattedMessage id="outbox.leaving" values={{ count: entries.length }} />}
          description={
            <>
              <FormattedMessage id="outbox.leaving-note" />
              <div className="outbox-acts">
                <Button danger onClick={() => void signOut()}>
                  <FormattedMessage id="outbox.leave" />
                </Button>
                <Button onClick={() => put({ leaving: undefined })}>
                  <FormattedMessage id="action.cancel" />
                </Button>
              </div>
            </>
          }
        />
      )}
      {others > 0 && (
        <Alert
          type="info"
          showIcon
          title={<FormattedMessage id="outbox.others" values={{ count: others }} />}
        />
      )}
      {unreadable > 0 && (
        <Alert
          type="error"
          showIcon
          title={<FormattedMessage id="outbox.unreadable" values={{ count: unreadable }} />}
        />
      )}
      {entries.length === 0 ? (
        <EmptyState title={<FormattedMessage id="outbox.empty" />}>
          <FormattedMessage id="outbox.empty-note" />
        </EmptyState>
      ) : (
        <ul className="outbox-list" aria-label={intl.formatMessage({ id: 'page.outbox' })}>
          {entries.map((entry) => (
            <OutboxEntry key={entry.key} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}
