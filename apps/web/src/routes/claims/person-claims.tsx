import '../../list-page.css';
import { listClaims } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { ClaimPanel } from './claim-panel.tsx';
import { ClaimStateTag, NextTerm } from './claim-state.tsx';
import { ReceiveClaimForm } from './receive-claim-form.tsx';

type Props = { personId: string; on: PlainDate };

/** On a person's page: the dossiers of harm on duty, undecided ones first. */
export function PersonClaims({ personId, on }: Props) {
  const mayWrite = useMay('claim.write');
  const [receiving, setReceiving] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const list = useAnswer(listClaims, { on, personId, limit: 50 }, { keep: true });
  const shown = list.data?.items.find(({ id }) => id === open);
  return (
    <>
      {list.isError && <ProblemPanel problem={list.error} />}
      {list.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="claims.none-of-person" />
        </p>
      )}
      <ul className="details">
        {list.data?.items.map((claim) => (
          <li key={claim.id}>
            <div>
              <span>
                <FormattedMessage id={`claims.kind.${claim.kind}`} />
              </span>
              <small>
                {formatDay(claim.receivedOn)} <NextTerm claim={claim} />
              </small>
              <ClaimStateTag claim={claim} on={on} />
            </div>
            <div className="row-acts">
              <Button size="small" onClick={() => setOpen(claim.id)}>
                <FormattedMessage id="claims.open" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button onClick={() => setReceiving(true)}>
          <FormattedMessage id="claims.receive" />
        </Button>
      )}
      {shown && <ClaimPanel claim={shown} on={on} onClose={() => setOpen(null)} />}
      {receiving && (
        <ReceiveClaimForm on={on} personId={personId} onClose={() => setReceiving(false)} />
      )}
    </>
  );
}
