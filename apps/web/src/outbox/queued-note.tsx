import './outbox.css';
import { problemFrom } from '@antt/kernel';
import { Alert, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '../frame/place-link.tsx';
import { problemText } from '../i18n/problem-text.ts';
import { formatMoment } from '../moment.ts';
import type { Entry } from './entry.ts';
import { useNeedsSignIn } from './needs-sign-in.ts';
import { putEntry } from './outbox.ts';
import { sendWaiting } from './sender.ts';
import { askSignIn } from './sign-in-asked.ts';

/** Takes an entry out of the queue, to be written on; nothing of it is lost. */
export const takeBack = (entry: Entry) => putEntry({ ...entry, state: 'draft', problem: null });

/** Instead of a form whose content waits to be sent: since when, why, and what can be done. */
export function QueuedNote({ entry }: { entry: Entry }) {
  const intl = useIntl();
  const mustSignIn = useNeedsSignIn();
  const { state, changedAt, problem, attempts } = entry;
  return (
    <Alert
      type="info"
      showIcon
      className="queued-note"
      title={<FormattedMessage id="outbox.queued" values={{ at: formatMoment(changedAt) }} />}
      description={
        <>
          <p>
            <FormattedMessage id={mustSignIn ? 'outbox.queued-signed-out' : 'outbox.queued-note'} />
          </p>
          {problem && (
            <p>
              <FormattedMessage
                id="outbox.tried"
                values={{ count: attempts, problem: problemText(intl, problemFrom(problem)) }}
              />
            </p>
          )}
          <div className="queued-acts">
            <Button
              type="primary"
              loading={state === 'sending'}
              onClick={() => (mustSignIn ? askSignIn() : void sendWaiting())}
            >
              <FormattedMessage id={mustSignIn ? 'outbox.sign-in' : 'outbox.send-now'} />
            </Button>
            <Button disabled={state === 'sending'} onClick={() => void takeBack(entry)}>
              <FormattedMessage id="outbox.take-back" />
            </Button>
            <PlaceLink path="/outbox">
              <FormattedMessage id="outbox.to-list" />
            </PlaceLink>
          </div>
        </>
      }
    />
  );
}
