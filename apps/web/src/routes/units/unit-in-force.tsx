import { listInForce } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { instrumentName } from '../instruments/instrument-text.ts';

/** Which documents hold here on the day, also those that reach it from a former unit. */
export function UnitInForce({ id }: { id: string }) {
  const intl = useIntl();
  const { on } = useDay();
  const answer = useAnswer(listInForce, { unit: id, on });
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.in-force" />
      </h2>
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <PageSkeleton />}
      {answer.data?.items.length === 0 && (
        <p className="none">
          <FormattedMessage id="unit.in-force.none" />
        </p>
      )}
      <ul className="teams long" tabIndex={0}>
        {answer.data?.items.map((one) => (
          <li key={one.id}>
            <PlaceLink path={`/instruments/${one.id}`}>{instrumentName(intl, one)}</PlaceLink>
            <span>{one.title}</span>
            {one.extent === 'part' && (
              <small>
                <FormattedMessage id="unit.in-force.part" />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
