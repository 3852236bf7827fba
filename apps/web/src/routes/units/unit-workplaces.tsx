import { listWorkplaces } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

/** Workplaces in a unit on the day, with the teams they serve. */
export function UnitWorkplaces({ id }: { id: string }) {
  const { on } = useDay();
  const places = useAnswer(listWorkplaces, { on, within: id, limit: 200 });
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.workplaces" />
      </h2>
      {places.isError && (
        <ProblemPanel problem={places.error} onRetry={() => void places.refetch()} />
      )}
      {places.isPending && <PageSkeleton />}
      {places.data?.items.length === 0 && (
        <p className="none">
          <FormattedMessage id="unit.workplaces.none" />
        </p>
      )}
      <ul className="teams long" tabIndex={0}>
        {places.data?.items.map((place) => (
          <li key={place.id}>
            <b>{place.name}</b>
            <span>{place.address}</span>
            <small>
              {place.teams.length > 0 ? (
                place.teams.map(({ name }) => name).join('; ')
              ) : (
                <FormattedMessage id="unit.workplaces.no-team" />
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
