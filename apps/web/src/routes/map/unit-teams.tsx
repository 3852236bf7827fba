import { listTeams } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

const shown = 200;

/** Teams of a unit on the day: the villages they cover, where they work from, who founded them. */
export function UnitTeams({ id, on }: { id: string; on: string }) {
  const teams = useAnswer(listTeams, { on, within: id, limit: shown });
  if (teams.isError) {
    return <ProblemPanel problem={teams.error} onRetry={() => void teams.refetch()} />;
  }
  if (!teams.data) return <PageSkeleton />;
  if (teams.data.items.length === 0) {
    return (
      <p className="none">
        <FormattedMessage id="teams.none" />
      </p>
    );
  }
  return (
    <ul className="teams">
      {teams.data.items.map((team) => (
        <li key={team.id}>
          <b>{team.name}</b>
          <span>
            {team.workplace ? (
              team.workplace.name
            ) : (
              <em>
                <FormattedMessage id="teams.no-workplace" />
              </em>
            )}
          </span>
          {team.villages.length > 1 && (
            <span>{team.villages.map(({ name }) => name).join(', ')}</span>
          )}
          <small>
            {team.decisionNumber ? (
              <FormattedMessage
                id="teams.founded-by"
                values={{ day: formatDay(team.foundedOn), number: team.decisionNumber }}
              />
            ) : (
              <FormattedMessage id="teams.founded" values={{ day: formatDay(team.foundedOn) }} />
            )}
          </small>
        </li>
      ))}
      {teams.data.total > shown && (
        <li className="none">
          <FormattedMessage id="teams.more" values={{ shown, total: teams.data.total }} />
        </li>
      )}
    </ul>
  );
}
