import type { listScores } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { Listed } from '../../sheet/listed.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { GradeSummary } from './grade-summary.tsx';
import { scoreColumns } from './score-columns.tsx';
import { ScoreTags } from './score-tags.tsx';
import { pointsText } from './score-text.ts';
import type { Board } from './use-board.ts';

/** The ranking of a round, who is first in each group on top. */
export function RankingList({ board }: { board: Board }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { campaign, round, list, head, names, question } = board;
  const { items } = list;
  const rows = useMemo(
    () => items.map((score) => ({ ...score, id: score.subjectId })),
    // A list of its own for each draw; the answer says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [list.data],
  );
  const pathOf = (subjectId: string) =>
    `/campaigns/${campaign.data?.id}/rounds/${round?.id}/${subjectId}`;
  const grouped = (head?.groups.length ?? 0) > 1;
  const columns = scoreColumns(intl, rows, { names, pathOf, grouped });
  const filtered = Boolean(question.q ?? question.group ?? question.state);
  return (
    <>
      <BoardToolbar board={board} />
      {head && head.revokedAwards.length > 0 && (
        <Alert
          className="form-fault"
          type="warning"
          showIcon
          title={
            <FormattedMessage
              id="campaigns.revoked-awards"
              values={{ names: head.revokedAwards.map(awardLink) }}
            />
          }
        />
      )}
      {head && <GradeSummary {...head} names={names} />}
      {head && (
        <p className="faint heat-key">
          <FormattedMessage id="campaigns.heat-key" />
          {[0, 1, 2, 3, 4].map((step) => (
            <span key={step} className="heat" data-heat={step}>
              {step * 20}–{step * 20 + 20}%
            </span>
          ))}
        </p>
      )}
      <Listed
        list={{ ...list, items: rows }}
        label={intl.formatMessage({ id: 'campaigns.view.ranking' })}
        columns={columns}
        card={{
          title: ({ rank, name }) => `${rank ?? '–'}. ${name}`,
          tag: (row) => <b className="card-total">{pointsText(intl, row.total)}</b>,
          lines: (row) => [
            [row.unitName, row.group].filter(Boolean).join(' · '),
            row.grade && names.grade(row.grade),
            <ScoreTags key="tags" score={row} />,
          ],
        }}
        onOpen={(subjectId) => void navigate(pathOf(subjectId) + held())}
        empty={
          <EmptyState
            title={
              <FormattedMessage id={filtered ? 'campaigns.none-found' : 'campaigns.none-scored'} />
            }
          >
            <FormattedMessage
              id={filtered ? 'campaigns.none-found-note' : 'campaigns.none-scored-note'}
            />
          </EmptyState>
        }
      />
    </>
  );
}

/** Of each award that was revoked since, whom it was given to. */
function awardLink(
  { awardId, name }: Output<typeof listScores>['revokedAwards'][number],
  n: number,
) {
  return (
    <span key={awardId + name}>
      {n > 0 && ', '}
      <PlaceLink path={`/awards/${awardId}`}>{name}</PlaceLink>
    </span>
  );
}
