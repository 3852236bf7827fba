import { problemFrom } from '@antt/kernel';
import { Button, Popconfirm, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { problemText } from '../../i18n/problem-text.ts';
import { formatMoment } from '../../moment.ts';
import type { Entry, EntryState } from '../../outbox/entry.ts';
import { removeEntry } from '../../outbox/outbox.ts';
import { takeBack } from '../../outbox/queued-note.tsx';

const colours: Record<EntryState, string> = {
  draft: 'default',
  waiting: 'processing',
  sending: 'processing',
  refused: 'error',
};

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
  const isLeaving = state === 'sending';
  const amend = async () => {
    if (state === 'waiting') await takeBack(entry);
    await navigate(pageOf(entry));
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
            problemText(intl, problemFrom(problem))
          ) : (
            <FormattedMessage
              id="outbox.tried"
              values={{ count: attempts, problem: problemText(intl, problemFrom(problem)) }}
            />
          )}
        </p>
      )}
      <div className="outbox-acts">
        <Button disabled={isLeaving} onClick={() => void amend()}>
          <FormattedMessage
            id={
              state === 'draft'
                ? 'outbox.go-on'
                : state === 'refused'
                  ? 'outbox.amend'
                  : 'outbox.take-back'
            }
          />
        </Button>
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
