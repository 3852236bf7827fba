import '../teams/teams.css';
import '../../list-page.css';
import './awards.css';
import { type AwardDetail, getAward } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { pointsText } from '../campaigns/score-text.ts';
import { Appraisals, AwardFacts } from './award-facts.tsx';
import { AwardFindings } from './award-findings.tsx';
import { AwardHistory } from './award-history.tsx';
import { givenIn, subjectIn } from './award-text.ts';
import { CreditForm } from './credit-form.tsx';
import { AppraiseForm, DecideForm, ReturnForm, RevokeForm } from './judge-forms.tsx';
import { StateTag } from './state-tag.tsx';

const AwardForm = lazy(() => import('./award-form.tsx'));
type Act = 'again' | 'another' | 'return' | 'appraise' | 'decide' | 'revoke' | 'credit';

/** One award: what was done, what results say against it, who appraised and decided, and what counts it. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { awardId = '' } = useParams();
  const answer = useAnswer(getAward, { id: awardId });
  const [act, setAct] = useState<Act | null>(null);
  const award = answer.data;
  if (answer.isError)
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  if (!award) return <PageSkeleton />;
  const close = () => setAct(null);
  return (
    <>
      <PageHeader
        title={givenIn(intl, award)}
        note={
          <>
            <PlaceLink path="/awards">
              <FormattedMessage id="awards.back" />
            </PlaceLink>
            {` · ${subjectIn(intl, award)} · `}
            <StateTag state={award.state} />
          </>
        }
      >
        <Acts award={award} onAct={setAct} />
      </PageHeader>
      <AwardFindings findings={award.findings} />
      <RoundsToCorrect award={award} />
      <div className="profile">
        <Part title="awards.facts">
          <AwardFacts award={award} />
        </Part>
        <div className="profile award-side">
          <Part title="awards.appraisals">
            <Appraisals award={award} />
          </Part>
          {award.others.length > 0 && (
            <Part title="awards.others">
              <ul className="file-list">
                {award.others.map(({ id, name, state }) => (
                  <li key={id}>
                    <PlaceLink path={`/awards/${id}`}>{name}</PlaceLink> <StateTag state={state} />
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {award.credits.length > 0 && (
            <Part title="awards.credits">
              <ul className="file-list">
                {award.credits.map(({ id, roundName, item, points, creditedBy }) => (
                  <li key={id}>
                    <FormattedMessage
                      id="awards.credit-line"
                      values={{
                        ...{ round: roundName, item, by: creditedBy },
                        points: pointsText(intl, points),
                      }}
                    />
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <Part title="awards.history">
            <AwardHistory steps={award.steps} />
          </Part>
        </div>
      </div>
      {act === 'return' && <ReturnForm award={award} onClose={close} />}
      {act === 'appraise' && <AppraiseForm award={award} onClose={close} />}
      {act === 'decide' && <DecideForm award={award} onClose={close} />}
      {act === 'revoke' && <RevokeForm award={award} onClose={close} />}
      {act === 'credit' && <CreditForm award={award} onClose={close} />}
      <Suspense>
        {(act === 'again' || act === 'another') && (
          <AwardForm
            known={award}
            another={act === 'another'}
            onClose={close}
            onDone={(id) => {
              close();
              void navigate(`/awards/${id}${held()}`);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

type Title = 'facts' | 'appraisals' | 'others' | 'credits' | 'history';

function Part({ title, children }: { title: `awards.${Title}`; children: ReactNode }) {
  return (
    <section>
      <h2>
        <FormattedMessage id={title} />
      </h2>
      {children}
    </section>
  );
}

/** What may be done with it as it stands, by what I hold; the services check the area and that I am another. */
function Acts({ award, onAct }: { award: AwardDetail; onAct: (act: Act) => void }) {
  const { state } = award;
  const isOpen = state === 'proposed' || state === 'appraised';
  const [mayPropose, mayAppraise] = [useMay('award.propose'), useMay('award.appraise')];
  const [mayDecide, mayVerify] = [useMay('award.decide'), useMay('report.verify')];
  const acts: [Act, boolean, ('primary' | 'danger')?][] = [
    ['again', mayPropose && state === 'returned', 'primary'],
    ['another', mayPropose && state === 'refused'],
    ['return', mayAppraise && isOpen],
    ['appraise', mayAppraise && state === 'proposed', 'primary'],
    ['decide', mayDecide && isOpen, state === 'appraised' ? 'primary' : undefined],
    ['credit', mayVerify && state === 'approved' && award.subject !== 'citizen'],
    ['revoke', mayDecide && state === 'approved', 'danger'],
  ];
  return (
    <>
      {acts.map(
        ([act, may, look]) =>
          may && (
            <Button
              key={act}
              {...(look === 'primary' && { type: 'primary' })}
              danger={look === 'danger'}
              onClick={() => onAct(act)}
            >
              <FormattedMessage id={`awards.act.${act}`} />
            </Button>
          ),
      )}
    </>
  );
}

/** Ratified rounds that counted it before it was revoked (reporting BR-75). */
function RoundsToCorrect({ award }: { award: AwardDetail }) {
  if (award.roundsToCorrect.length === 0) return null;
  return (
    <Alert
      className="form-fault"
      type="warning"
      showIcon
      title={<FormattedMessage id="awards.rounds-to-correct" />}
      description={award.roundsToCorrect.map(({ campaignId, campaignName, roundId, roundName }) => (
        <div key={roundId}>
          <PlaceLink path={`/campaigns/${campaignId}`} search={{ round: roundId }}>
            {`${campaignName}: ${roundName}`}
          </PlaceLink>
        </div>
      ))}
    />
  );
}
