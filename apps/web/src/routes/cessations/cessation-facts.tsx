import { type Cessation, revealCessationBasis } from '@antt/contracts';
import { Alert, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { unitName } from '../../unit-name.ts';
import { StateTag } from './state-tag.tsx';

/** What is known of a cessation, as far as the reader may see it. */
export function CessationFacts({ cessation }: { cessation: Cessation }) {
  const intl = useIntl();
  const { team, commune, ground, conduct, decision } = cessation;
  const day = (value: string | null) => (value ? formatDay(value) : '–');
  const facts: [MessageId, ReactNode][] = [
    ['cessation.column.state', <StateTag key="state" cessation={cessation} />],
    ['membership.team', [team.name, commune && unitName(commune)].filter(Boolean).join(', ')],
    [
      'cessation.ground',
      ground ? (
        <FormattedMessage id={`cessation.ground.${ground}`} />
      ) : (
        <FormattedMessage id="membership.withheld" />
      ),
    ],
    ...(conduct
      ? [['cessation.conduct', <FormattedMessage key="c" id={`cessation.conduct.${conduct}`} />]]
      : []),
    ...(cessation.letterOn ? [['cessation.letter-on', day(cessation.letterOn)]] : []),
    ...(cessation.proposalDueOn ? [['cessation.proposal-due', day(cessation.proposalDueOn)]] : []),
    ['cessation.proposed-on', day(cessation.proposedOn)],
    ...(cessation.decisionDueOn ? [['cessation.decision-due', day(cessation.decisionDueOn)]] : []),
    ...(decision
      ? [
          ['decision.number', decision.number],
          ['decision.signed-on', day(decision.signedOn)],
        ]
      : []),
    ['cessation.valid-from', day(cessation.validFrom)],
    ...(cessation.villageHead ? [['cessation.village-head', cessation.villageHead]] : []),
    ...(cessation.frontHead ? [['cessation.front-head', cessation.frontHead]] : []),
    ...(cessation.note ? [['cessation.note', cessation.note]] : []),
    ...(cessation.reason ? [['rule.reason', cessation.reason]] : []),
  ] as [MessageId, ReactNode][];
  return (
    <>
      {cessation.findings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={<FormattedMessage id="rule.now-broken" />}
          description={cessation.findings.map(({ rule, count, limit }) => (
            <div key={rule}>
              {intl.formatMessage({ id: `rule.${rule}` }, { count: count ?? 0, limit: limit ?? 0 })}
            </div>
          ))}
        />
      )}
      <dl className="facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>
              <FormattedMessage id={title} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {cessation.basis && <BasisLine basis={cessation.basis} />}
      {cessation.revealable && <Reveal id={cessation.id} />}
    </>
  );
}

function BasisLine({ basis }: { basis: NonNullable<Cessation['basis']> }) {
  return (
    <p>
      <FormattedMessage id={`cessation.basis.${basis.kind}`} />: {basis.number},{' '}
      {formatDay(basis.signedOn)}
      {basis.issuer && `, ${basis.issuer}`}
    </p>
  );
}

/** Papers on health and offences are told with a reason, which the audit log keeps (law BR-31). */
function Reveal({ id }: { id: string }) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const reveal = useCommand(revealCessationBasis);
  if (reveal.data) {
    return (
      <>
        {reveal.data.basis && <BasisLine basis={reveal.data.basis} />}
        <p>{reveal.data.note}</p>
      </>
    );
  }
  return (
    <>
      {reveal.isError && <ProblemPanel problem={reveal.error} />}
      <p className="faint">
        <FormattedMessage id="cessation.reveal-note" />
      </p>
      <div className="toolbar">
        <Input
          className="choose"
          value={reason}
          maxLength={500}
          aria-label={intl.formatMessage({ id: 'cessation.reveal-reason' })}
          placeholder={intl.formatMessage({ id: 'cessation.reveal-reason' })}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          disabled={reason.trim().length < 5}
          loading={reveal.isPending}
          onClick={() => reveal.mutate({ id, reason: reason.trim() })}
        >
          <FormattedMessage id="cessation.reveal" />
        </Button>
      </div>
    </>
  );
}
