import { getWorkplaceHistory, type WorkplaceHappening } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

/** What happened to a workplace, latest first. */
export function WorkplaceHistory({ id }: { id: string }) {
  const { on, setOn } = useDay();
  const history = useAnswer(getWorkplaceHistory, { id });
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
        </li>
      ))}
    </ol>
  );
}

type Fact =
  'name' | 'kind' | 'address' | 'point' | 'tenure' | 'tenureUntil' | 'condition' | 'areaM2';

function Happening({ item: { what, changed, state, team } }: { item: WorkplaceHappening }) {
  const intl = useIntl();
  const facts = changed.map((fact) =>
    intl.formatMessage({ id: `workplaces.fact.${fact as Fact}` }),
  );
  return (
    <FormattedMessage
      id={`workplaces.history.${what}`}
      values={{
        name: state?.name ?? '',
        facts: facts.join(', '),
        team: team && <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>,
      }}
    />
  );
}
