import { listPeople } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

/** How many serve in a unit on the day, and how many wait for recognition there. */
export function UnitPeople({ id }: { id: string }) {
  const { on } = useDay();
  const counted = { on, within: id, limit: 1 };
  const serving = useAnswer(listPeople, { ...counted, state: 'serving' });
  const waiting = useAnswer(listPeople, { ...counted, state: 'candidate' });
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.people" />
      </h2>
      {serving.isError && (
        <ProblemPanel problem={serving.error} onRetry={() => void serving.refetch()} />
      )}
      {serving.isPending && <PageSkeleton />}
      {serving.data && (
        <p>
          <PlaceLink path="/people" search={{ within: id, state: 'serving' }}>
            <FormattedMessage
              id="unit.people.serving"
              values={{
                count: serving.data.total,
                least: String(serving.data.totalIsLeast),
                day: formatDay(on),
              }}
            />
          </PlaceLink>
        </p>
      )}
      {waiting.data && waiting.data.total > 0 && (
        <p>
          <PlaceLink path="/people" search={{ within: id, state: 'candidate' }}>
            <FormattedMessage id="unit.people.waiting" values={{ count: waiting.data.total }} />
          </PlaceLink>
        </p>
      )}
    </section>
  );
}
