import { listRemovals, type Removal } from '@antt/contracts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { useMay, useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { DecideRemovalForm } from './removal-forms.tsx';

const colours = { approved: 'default', refused: 'error', waiting: 'warning' } as const;

/** Requests to remove records, undecided ones first. */
export function RemovalList() {
  const { on } = useDay();
  const { within } = useArea();
  const answer = useAnswer(listRemovals, { on, within }, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  if (answer.data.items.length === 0) {
    return (
      <EmptyState title={<FormattedMessage id="records.removals.none" />}>
        <FormattedMessage id="records.removals.none-note" />
      </EmptyState>
    );
  }
  return <Removals removals={answer.data.items} />;
}

type Props = {
  removals: readonly Removal[];
  /** On the page of the person itself no link leads there. */
  ofPerson?: boolean;
};

/** Each request with who asked, why, and what became of it; somebody else decides. */
export function Removals({ removals, ofPerson = false }: Props) {
  const me = useMe();
  const mayDecide = useMay('person.remove');
  const [deciding, setDeciding] = useState<Removal | null>(null);
  return (
    <>
      <ul className="pairs removals">
        {removals.map((removal) => {
          const { id, personId, commune, reason, evidence, outcome, note } = removal;
          const isOwn = removal.requestedBy === me.account.username;
          return (
            <li key={id}>
              <div>
                <Tag color={colours[outcome ?? 'waiting']}>
                  <FormattedMessage id={`records.removal.${outcome ?? 'waiting'}`} />
                </Tag>
                {!ofPerson && commune && <b>{unitName(commune)}</b>}
              </div>
              <p>{reason}</p>
              <p>
                <FormattedMessage id="records.removal.evidence" />: {evidence}
              </p>
              <small className="faint">
                <FormattedMessage
                  id="records.removal.asked"
                  values={{ by: removal.requestedBy, at: formatMoment(removal.requestedAt) }}
                />
                {outcome && (
                  <>
                    {' '}
                    <FormattedMessage
                      id="records.removal.decided"
                      values={{ by: removal.decidedBy, at: formatMoment(removal.decidedAt) }}
                    />
                  </>
                )}
                {note && ` ${note}`}
              </small>
              {!outcome && (
                <div className="row-acts">
                  {!ofPerson && (
                    <PlaceLink path={`/people/${personId}`} className="ant-btn ant-btn-default">
                      <FormattedMessage id="records.removal.open" />
                    </PlaceLink>
                  )}
                  {mayDecide && !isOwn && (
                    <Button onClick={() => setDeciding(removal)}>
                      <FormattedMessage id="records.removal.decide" />
                    </Button>
                  )}
                  {isOwn && (
                    <span className="faint">
                      <FormattedMessage id="records.removal.own" />
                    </span>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {deciding && <DecideRemovalForm removal={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
