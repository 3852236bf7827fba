import './claims.css';
import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { type Claim, claimPapers } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { CasePriceSection } from './case-price-section.tsx';
import { Amount, ClaimStateTag, LateTag } from './claim-state.tsx';
import { AppraiseForm, DecideClaimForm, PapersForm } from './claim-step-forms.tsx';
import { TakeBackForm } from './take-back-form.tsx';

type Props = { claim: Claim; on: PlainDate; onClose: () => void };
type Act = 'complete' | 'appraise' | 'decide' | 'take-back';

/** One dossier: what happened, its papers, its clocks, and what comes next. */
export function ClaimPanel({ claim, on, onClose }: Props) {
  const mayWrite = useMay('claim.write');
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const form = { claim, on, onClose: close };
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={<PlaceLink path={`/people/${claim.personId}`}>{claim.personName}</PlaceLink>}
      footer={mayWrite && <Acts claim={claim} onAct={setAct} />}
    >
      <Facts claim={claim} on={on} />
      {claim.state !== 'refused' && <CasePriceSection of="claim" id={claim.id} on={on} />}
      <h2>
        <FormattedMessage id="claims.dossier" />
      </h2>
      <Papers claim={claim} />
      <Appraisal claim={claim} />
      <h2>
        <FormattedMessage id="claims.clocks" />
      </h2>
      <Clocks claim={claim} on={on} />
      {act === 'complete' && <PapersForm {...form} />}
      {act === 'appraise' && <AppraiseForm {...form} />}
      {act === 'decide' && <DecideClaimForm {...form} />}
      {act === 'take-back' && <TakeBackForm of="claim" id={claim.id} onClose={close} />}
    </Drawer>
  );
}

/** The next step stands out; a refusal is possible at any of them. */
function Acts({ claim: { state }, onAct }: { claim: Claim; onAct: (act: Act) => void }) {
  if (state === 'granted' || state === 'refused') {
    return (
      <div className="drawer-actions">
        <Button onClick={() => onAct('take-back')}>
          <FormattedMessage id="claims.take-back" />
        </Button>
      </div>
    );
  }
  const next = state === 'incomplete' ? 'complete' : state === 'appraising' ? 'appraise' : 'decide';
  return (
    <div className="drawer-actions">
      {next !== 'decide' && (
        <Button onClick={() => onAct('decide')}>
          <FormattedMessage id="claims.refuse" />
        </Button>
      )}
      <Button type="primary" onClick={() => onAct(next)}>
        <FormattedMessage id={`claims.${next}`} />
      </Button>
    </div>
  );
}

function Facts({ claim, on }: { claim: Claim; on: PlainDate }) {
  const intl = useIntl();
  const { commune, exclusions, decision, amount, reasons, channel } = claim;
  const excluded = exclusions.map((one) => intl.formatMessage({ id: `claims.exclusion.${one}` }));
  const facts: [MessageId, ReactNode][] = [
    ['claims.state', <ClaimStateTag key="state" claim={claim} on={on} />],
    ['claims.kind', <FormattedMessage key="kind" id={`claims.kind.${claim.kind}`} />],
    ['claims.happened-at', formatMoment(claim.happenedAt)],
    ['claims.evidence', <FormattedMessage key="on" id={evidenceOf(claim)} />],
    ['claims.excluded', excluded.join('; ') || intl.formatMessage({ id: 'claims.exclusion.none' })],
    ['membership.commune', commune ? unitName(commune) : ''],
    ['claims.route', <FormattedMessage key="route" id={`claims.route.${claim.route}`} />],
    ['claims.received-on', formatDay(claim.receivedOn)],
    ['claims.channel', <FormattedMessage key="channel" id={`claims.channel.${channel}`} />],
    ['decision.number', decision?.number],
    ['decision.signed-on', decision ? formatDay(decision.signedOn) : ''],
    ['claims.beneficiary', claim.beneficiary],
    ['claims.treatment-days', claim.treatmentDays],
    [
      'claims.treatment-cost',
      claim.treatmentCost !== null && <Amount key="cost" amount={claim.treatmentCost} />,
    ],
    ['claims.lost-percent', claim.lostPercent],
    ['claims.amount', amount !== null && <Amount key="amount" amount={amount} />],
    ['claims.reasons', reasons],
  ];
  return <FactList facts={facts} />;
}

/** What the appraisal found, when, and who recorded it. */
function Appraisal({ claim: { appraisedOn, appraisedBy, report } }: { claim: Claim }) {
  if (!appraisedOn) return null;
  return (
    <>
      <h2>
        <FormattedMessage id="claims.appraisal" />
      </h2>
      <FactList
        facts={[
          ['claims.appraised-on', formatDay(appraisedOn)],
          ['claims.appraised-by', appraisedBy],
          [
            'claims.report',
            <span key="report" className="claim-report">
              {report}
            </span>,
          ],
        ]}
      />
    </>
  );
}

const evidenceOf = ({ shiftId, orderId }: Claim) =>
  shiftId && orderId
    ? 'claims.evidence.both'
    : shiftId
      ? 'claims.evidence.by-shift'
      : 'claims.evidence.by-order';

/** What the dossier needs, ticked where it came. */
function Papers({ claim: { kind, papers } }: { claim: Claim }) {
  return (
    <ul className="claim-papers">
      {claimPapers[kind].map((paper) => {
        const came = papers.includes(paper);
        return (
          <li key={paper} data-missing={!came || undefined}>
            {came ? <CheckCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
            <span>
              <FormattedMessage id={`claims.paper.${paper}`} />
            </span>
            <small>
              <FormattedMessage id={came ? 'claims.paper-came' : 'claims.paper-missing'} />
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** By when each step is owed, in working days (law BR-81, BR-82). */
function Clocks({ claim: { terms, state }, on }: { claim: Claim; on: PlainDate }) {
  const over = state === 'granted' || state === 'refused';
  if (terms.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id={over ? 'claims.no-clock' : 'claims.clock-waits'} />
      </p>
    );
  }
  return (
    <dl className="facts">
      {terms.map((term) => (
        <div key={term.step}>
          <dt>
            <FormattedMessage id={`claims.step.${term.step}`} />
          </dt>
          <dd>
            <FormattedMessage
              id={term.done ? 'claims.term-done' : 'claims.term-due'}
              values={{ due: formatDay(term.due), done: formatDay(term.done ?? '') }}
            />{' '}
            {(term.done !== null || !over) && <LateTag term={term} on={on} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
