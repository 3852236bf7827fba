import { problemFrom } from '@antt/kernel';
import { Button, Popconfirm, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { problemText } from '../../i18n/problem-text.ts';
import { formatMoment } from '../../moment.ts';
import type { Entry, EntryState } from '../../outbox/entry.ts';
import { useNeedsSignIn } from '../../outbox/needs-sign-in.ts';
import { putEntry, removeEntry } from '../../outbox/outbox.ts';
import { takeBack } from '../../outbox/queued-note.tsx';
import { whyText } from '../../outbox/refusal.ts';
import { sendWaiting } from '../../outbox/sender.ts';
import { askSignIn } from '../../outbox/sign-in-asked.ts';

const colours: Record<EntryState, string> = {
  draft: 'default',
  waiting: 'processing',
  sending: 'processing',
  refused: 'error',
};

const amending = {
  draft: 'outbox.go-on',
  waiting: 'outbox.take-back',
  sending: 'outbox.take-back',
  refused: 'outbox.amend',
} as const;

/** Where an entry is written on; a record that is there is looked at. */
function pageOf(entry: Entry): string {
  if (entry.kind === 'report') {
    return `/reports/${entry.command.periodId}/${entry.command.senderId}`;
  }
  const id = String(entry.command.id);
  return entry.isRecorded ? `/incidents/${id}` : `/incidents?record=${id}`;
}

/** What it is, how it stands, and what can be done about it. */
export function OutboxEntry({ entry }: { entry: Entry }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { kind, state, title, note, madeAt, problem, attempts } = entry;
  const mustSignIn = useNeedsSignIn();
  const isLeaving = state === 'sending';
  const isRecorded = kind === 'incident' && entry.isRecorded;
  // What is recorded is no draft any more: what is left of it is sent again, or looked at.
  const hasLeft = isRecorded && (entry.files.length > 0 || state !== 'refused');
  const amend = async () => {
    if (state === 'waiting') await takeBack(entry);
    await navigate(pageOf(entry));
  };
  const sendAgain = async () => {
    await putEntry({ ...entry, state: 'waiting', attempts: 0, problem: null });
    if (mustSignIn) askSignIn();
    else await sendWaiting();
  };
  return (
    <li>
      <h2>{title}</h2>
      <div className="outbox-line">
        <Tag color={colours[state]}>
          <FormattedMessage id={`outbox.state.${state}`} />
        </Tag>
        <span>
          <FormattedMessage id={`outbox.kind.${kind}`} /> · {note}
        </span>
      </div>
      <small className="faint">
        <FormattedMessage id="outbox.written-at" values={{ at: formatMoment(madeAt) }} />
        {kind === 'incident' && entry.files.length > 0 && (
          <>
            {' · '}
            <FormattedMessage id="outbox.photos" values={{ count: entry.files.length }} />
          </>
        )}
      </small>
      {problem && (
        <p className={state === 'refused' ? 'outbox-why' : 'faint'}>
          {state === 'refused' ? (
            whyText(intl, entry)
          ) : (
            <FormattedMessage
              id="outbox.tried"
              values={{ count: attempts, problem: problemText(intl, problemFrom(problem)) }}
            />
          )}
        </p>
      )}
      <div className="outbox-acts">
        {hasLeft && (
          <Button disabled={isLeaving} onClick={() => void sendAgain()}>
            <FormattedMessage id="outbox.send-again" />
          </Button>
        )}
        {isRecorded ? (
          <Button onClick={() => void navigate(pageOf(entry))}>
            <FormattedMessage id="outbox.see-record" />
          </Button>
        ) : (
          <Button disabled={isLeaving} onClick={() => void amend()}>
            <FormattedMessage id={amending[state]} />
          </Button>
        )}
        <Popconfirm
          title={<FormattedMessage id="outbox.discard-sure" />}
          okText={<FormattedMessage id="outbox.discard" />}
          cancelText={<FormattedMessage id="action.cancel" />}
          onConfirm={() => void removeEntry(entry)}
        >
          <Button danger type="text" disabled={isLeaving}>
            <FormattedMessage id="outbox.discard" />
          </Button>
        </Popconfirm>
      </div>
    </li>
  );
}
