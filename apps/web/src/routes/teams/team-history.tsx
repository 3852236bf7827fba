import { getTeamHistory, type TeamHappening } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

/** What happened to a team, latest first, each with the decision behind it. */
export function TeamHistory({ id }: { id: string }) {
  const { on, setOn } = useDay();
  const history = useAnswer(getTeamHistory, { id });
  if (history.isError) return <ProblemPanel problem={history.error} />;
  if (!history.data) return <PageSkeleton />;
  return (
    <ol className="happenings">
      {history.data.items.map((item, index) => (
        <li key={index} data-future={item.on > on || undefined}>
          <button type="button" className="day tabular" onClick={() => setOn(item.on)}>
            {formatDay(item.on)}
          </button>
          <p>
            <Happening item={item} />
          </p>
          <Decision item={item} />
        </li>
      ))}
    </ol>
  );
}

function Happening({ item }: { item: TeamHappening }) {
  const { what, name, villages, teams, workplace } = item;
  return (
    <FormattedMessage
      id={`teams.history.${what}`}
      values={{
        name,
        villages: villages.join(', '),
        teams: teams.map((team, n) => (
          <span key={team.id}>
            {n > 0 && ', '}
            <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>
          </span>
        )),
        workplace: workplace && (
          <PlaceLink path={`/workplaces/${workplace.id}`}>{workplace.name}</PlaceLink>
        ),
      }}
    />
  );
}

function Decision({ item: { decision, basedOn, accepted, reason } }: { item: TeamHappening }) {
  return (
    <>
      {decision && (
        <small>
          <FormattedMessage
            id="teams.history.decision"
            values={{
              number: decision.number,
              day: decision.signedOn ? formatDay(decision.signedOn) : '…',
              issuer: decision.issuer ?? 'none',
            }}
          />
        </small>
      )}
      {basedOn && (
        <small>
          <FormattedMessage id="teams.history.based-on" values={{ number: basedOn.number }} />
        </small>
      )}
      {accepted.length > 0 && (
        <small>
          <FormattedMessage id="teams.history.accepted" values={{ reason }} />
        </small>
      )}
    </>
  );
}
