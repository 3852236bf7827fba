import '../../list-page.css';
import './campaigns.css';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { CorrectForm } from './correct-form.tsx';
import { RankingList } from './ranking-list.tsx';
import { RatifyForm } from './ratify-form.tsx';
import { RoundStateTag } from './score-tags.tsx';
import { RoundsCompared } from './rounds-compared.tsx';
import { useBoard } from './use-board.ts';

const views = ['ranking', 'rounds'] as const;

/** A campaign: the ranking of a round, how its rounds compare, and the acts that let results stand. */
export function Component() {
  const intl = useIntl();
  const board = useBoard();
  const { campaign, round, rounds, subject, question, search, put, names } = board;
  const mayRatify = useMay('campaign.ratify');
  const [act, setAct] = useState<'ratify' | 'correct' | null>(null);
  const view = search.get('view') === 'rounds' ? 'rounds' : 'ranking';
  const close = () => setAct(null);
  if (campaign.isError)
    return <ProblemPanel problem={campaign.error} onRetry={() => void campaign.refetch()} />;
  if (!campaign.data) return <PageSkeleton />;
  return (
    <div className="list-page campaign">
      <PageHeader
        title={campaign.data.name}
        note={
          round && (
            <>
              <FormattedMessage
                id="campaigns.round-days"
                values={{
                  name: round.name,
                  from: formatDay(round.from),
                  to: formatDay(round.to),
                  days: round.days,
                }}
              />{' '}
              <RoundStateTag state={round.state} />
              {round.revision > 1 && (
                <FormattedMessage id="campaigns.revision" values={{ number: round.revision }} />
              )}
            </>
          )
        }
      >
        {round && subject && (
          <ExportButton
            route={`/campaign-rounds/${round.id}/scores`}
            question={exported(question)}
          />
        )}
        {mayRatify && round?.state === 'open' && (
          <Button type="primary" onClick={() => setAct('ratify')}>
            <FormattedMessage id="campaigns.ratify" />
          </Button>
        )}
        {mayRatify && round?.state === 'ratified' && (
          <Button onClick={() => setAct('correct')}>
            <FormattedMessage id="campaigns.correct" />
          </Button>
        )}
      </PageHeader>
      {rounds.length > 1 && (
        <div className="toolbar">
          <Segmented
            value={view}
            aria-label={intl.formatMessage({ id: 'campaigns.view' })}
            options={views.map((value) => ({
              value,
              label: intl.formatMessage({ id: `campaigns.view.${value}` }),
            }))}
            onChange={(next) => put({ view: next === 'ranking' ? undefined : next })}
          />
        </div>
      )}
      {!subject && (
        <EmptyState title={<FormattedMessage id="campaigns.no-template" />}>
          <FormattedMessage id="campaigns.no-template-note" />
        </EmptyState>
      )}
      {subject && view === 'ranking' && <RankingList board={board} />}
      {subject && view === 'rounds' && <RoundsCompared board={board} names={names} />}
      {act === 'ratify' && round && <RatifyForm round={round} onClose={close} />}
      {act === 'correct' && round && <CorrectForm round={round} onClose={close} />}
    </div>
  );
}

/** The round stands in the address of the list, not in its question. */
function exported<Question extends { roundId: string }>({ roundId: _, ...question }: Question) {
  return question;
}
