import './people.css';
import { type DetailKind, listDetails, type Person, type PersonDetail } from '@antt/contracts';
import { type PlainDate, holdsOn } from '@antt/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { DetailForm } from './detail-form.tsx';
import { DetailRow } from './detail-row.tsx';
import { WithdrawDetailForm } from './withdraw-detail-form.tsx';

const kinds: DetailKind[] = [
  'residence',
  'bank-account',
  'pay-channel',
  'insurance',
  'service',
  'other-title',
  'commendation',
  'kin',
];

type Act = { what: 'record' | 'correct' | 'withdraw'; kind: DetailKind; detail?: PersonDetail };

/** What is recorded of a person for days: what holds on the day of the page, and behind it what held before. */
export function PersonDetails({ person, on }: { person: Person; on: PlainDate }) {
  const mayWrite = useMay('person.write');
  const [act, setAct] = useState<Act | null>(null);
  const answer = useAnswer(listDetails, { id: person.id }, { keep: true });
  const close = () => setAct(null);
  const items = answer.data?.items ?? [];
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>
            <FormattedMessage id={`records.${kind}`} />
          </h2>
          {answer.isError && <ProblemPanel problem={answer.error} />}
          {answer.data?.withheld.includes(kind) ? (
            <p className="faint">
              <FormattedMessage id="records.withheld" />
            </p>
          ) : (
            answer.data && (
              <>
                <DetailRows
                  details={items.filter(({ content }) => content.kind === kind)}
                  person={person}
                  on={on}
                  onAct={mayWrite ? (what, detail) => setAct({ what, kind, detail }) : undefined}
                />
                {mayWrite && (
                  <Button onClick={() => setAct({ what: 'record', kind })}>
                    <FormattedMessage id={`records.add.${kind}`} />
                  </Button>
                )}
              </>
            )
          )}
        </section>
      ))}
      {act?.what === 'withdraw' && act.detail && (
        <WithdrawDetailForm detail={act.detail} onClose={close} />
      )}
      {act && act.what !== 'withdraw' && (
        <DetailForm
          kind={act.kind}
          detail={act.detail}
          personId={person.id}
          on={on}
          onClose={close}
        />
      )}
    </>
  );
}

type RowsProps = {
  details: PersonDetail[];
  person: Person;
  on: PlainDate;
  onAct: ((what: 'correct' | 'withdraw', detail: PersonDetail) => void) | undefined;
};

function DetailRows({ details, on, ...rest }: RowsProps) {
  const isNow = (detail: PersonDetail) => !detail.withdrawn && holdsOn(detail, on);
  const now = details.filter(isNow);
  const others = details.filter((detail) => !isNow(detail));
  return (
    <>
      {now.length === 0 && (
        <p className="faint">
          <FormattedMessage id="records.none" />
        </p>
      )}
      <ul className="details">
        {now.map((detail) => (
          <DetailRow key={detail.id} detail={detail} {...rest} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className="former">
          <summary>
            <FormattedMessage id="records.former" values={{ count: others.length }} />
          </summary>
          <ul className="details">
            {others.map((detail) => (
              <DetailRow key={detail.id} detail={detail} {...rest} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
