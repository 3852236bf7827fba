import '../../list-page.css';
import './campaigns.css';
import { getCampaign, getScore, type ScoreStep } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { BarForm } from './bar-form.tsx';
import { ExplainedItems } from './explained-items.tsx';
import { MarkForm } from './mark-form.tsx';
import { MarkList } from './mark-list.tsx';
import { ScoreFigures } from './score-figures.tsx';
import { RoundStateTag, ScoreTags } from './score-tags.tsx';
import { barredText } from './score-text.ts';
import { templateNames } from './template-names.ts';

/** How a subject came to its points in a round, and the acts that change them. */
export function Component() {
  const intl = useIntl();
  const { campaignId = '', roundId = '', subjectId = '' } = useParams();
  const campaign = useAnswer(getCampaign, { id: campaignId });
  const answer = useAnswer(getScore, { roundId, subjectId });
  const [act, setAct] = useState<ScoreStep | 'bar' | null>(null);
  const may = {
    self: useMay('report.write'),
    verified: useMay('report.verify'),
    ratified: useMay('campaign.ratify'),
  };
  const failed = campaign.error ?? answer.error;
  if (failed) return <ProblemPanel problem={failed} onRetry={() => void answer.refetch()} />;
  if (!campaign.data || !answer.data) return <PageSkeleton />;
  const score = answer.data;
  const round = campaign.data.rounds.find(({ id }) => id === roundId);
  const names = templateNames(intl, campaign.data.templates, score.subject);
  const steps = (['self', 'ratified', 'verified'] as const).filter((step) => may[step]);
  const isOpen = round?.state === 'open';
  const close = () => setAct(null);
  return (
    <div className="score">
      <PageHeader
        title={score.name}
        note={
          <>
            <PlaceLink
              path={`/campaigns/${campaignId}`}
              search={{ round: roundId, subject: score.subject }}
            >
              {campaign.data.name}
            </PlaceLink>
            {round && ` · ${round.name} `}
            {round && <RoundStateTag state={round.state} />}
          </>
        }
      >
        {isOpen && may.verified && (
          <Button danger onClick={() => setAct('bar')}>
            <FormattedMessage id="campaigns.bar" />
          </Button>
        )}
        {isOpen &&
          steps.map((step) => (
            <Button
              key={step}
              type={step === steps.at(-1) ? 'primary' : 'default'}
              onClick={() => setAct(step)}
            >
              <FormattedMessage id={`campaigns.mark.${step}`} />
            </Button>
          ))}
        <Button className="only-wide" onClick={() => print()}>
          <FormattedMessage id="action.print" />
        </Button>
      </PageHeader>
      <p className="score-standing">
        <ScoreTags score={score} />
        <span className="faint">{[score.unitName, score.group].filter(Boolean).join(' · ')}</span>
      </p>
      {score.disqualified.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="campaigns.out-why" />}
          description={barredText(intl, score.disqualified)}
        />
      )}
      <ScoreFigures score={score} names={names} />
      <ExplainedItems {...score} names={names} />
      <MarkList marks={score.marks} />
      {act === 'bar' && <BarForm roundId={roundId} subjectId={subjectId} onClose={close} />}
      {act !== null && act !== 'bar' && (
        <MarkForm {...{ score, roundId, names }} key={act} step={act} onClose={close} />
      )}
    </div>
  );
}
