import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { type Person, type PersonDetail, revealDetail } from '@antt/contracts';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { call } from '../../api.ts';
import { formatMoment } from '../../moment.ts';
import { useDaysText, useDetailText } from './detail-text.ts';
import { RevealDialog } from './reveal-dialog.tsx';

type Props = {
  detail: PersonDetail;
  person: Person;
  onAct: ((what: 'correct' | 'withdraw', detail: PersonDetail) => void) | undefined;
};

const acts = [
  ['correct', <EditOutlined key="correct" aria-hidden />],
  ['withdraw', <DeleteOutlined key="withdraw" aria-hidden />],
] as const;

/** One detail with its days, its number masked, and what it was before it was corrected. */
export function DetailRow({ detail, person, onAct }: Props) {
  const intl = useIntl();
  const textOf = useDetailText();
  const daysOf = useDaysText();
  const [title, more] = textOf(detail.content);
  const isOfMerged = detail.personId !== person.id;
  const notes = [
    daysOf(detail),
    detail.withdrawn && intl.formatMessage({ id: 'records.withdrawn' }),
    isOfMerged && intl.formatMessage({ id: 'records.of-merged' }),
  ];
  return (
    <li data-withdrawn={detail.withdrawn || undefined}>
      <div>
        <span className="tabular">{title}</span>
        {more && <span>{more}</span>}
        <small>{notes.filter(Boolean).join(' · ')}</small>
        {detail.corrections.length > 0 && (
          <details>
            <summary>
              <FormattedMessage
                id="records.corrections"
                values={{ count: detail.corrections.length }}
              />
            </summary>
            {detail.corrections.map((former) => (
              <small key={former.at}>
                <FormattedMessage
                  id="records.correction"
                  values={{
                    at: formatMoment(former.at),
                    by: former.by,
                    was: textOf(former.content).filter(Boolean).join(', '),
                    days: daysOf(former),
                    reason: former.reason,
                  }}
                />
              </small>
            ))}
          </details>
        )}
      </div>
      <div className="row-acts">
        {detail.revealable && !detail.withdrawn && <Show detail={detail} name={person.name} />}
        {onAct && !detail.withdrawn && !isOfMerged && (
          <>
            {acts.map(([what, icon]) => {
              const label = intl.formatMessage({ id: `records.${what}` });
              return (
                <Button
                  key={what}
                  type="text"
                  icon={icon}
                  title={label}
                  aria-label={`${label}: ${title}`}
                  onClick={() => onAct(what, detail)}
                />
              );
            })}
          </>
        )}
      </div>
    </li>
  );
}

function Show({ detail: { id, content }, name }: { detail: PersonDetail; name: string }) {
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  const title = (
    <FormattedMessage
      id={content.kind === 'insurance' ? 'records.show.insurance' : 'records.show.bank-account'}
    />
  );
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {title}
      </Button>
      {asking && (
        <RevealDialog
          title={title}
          name={name}
          ask={async (reason) => (await call(revealDetail, { id, reason })).number}
          onClose={close}
        />
      )}
    </>
  );
}
