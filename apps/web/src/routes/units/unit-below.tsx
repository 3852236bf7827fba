import { listUnits, type UnitProfile } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { unitName } from '../../unit-name.ts';

/** What lies directly below a unit on the day, in Vietnamese order. */
export function UnitBelow({ unit: { id } }: { unit: UnitProfile }) {
  const { on } = useDay();
  const below = usePages(listUnits, { on, parentId: id, facts: 'all', limit: 1000 });
  const rows = [...below.items].sort((a, b) => compareNames(a.name, b.name));
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.below" />{' '}
        {below.isSuccess && <FormattedNumber value={below.total} />}
      </h2>
      {below.isError && <ProblemPanel problem={below.error} onRetry={() => void below.refetch()} />}
      {below.isPending && <PageSkeleton />}
      {below.isSuccess && rows.length === 0 && (
        <p className="none">
          <FormattedMessage id="unit.below.none" />
        </p>
      )}
      <ul className="below" tabIndex={0}>
        {rows.map((row) => {
          const households = row.facts?.figures.find(({ kind }) => kind === 'households');
          return (
            <li key={row.id}>
              <PlaceLink path={`/units/${row.id}`}>{unitName(row)}</PlaceLink>
              {households && (
                <span className="tabular">
                  <FormattedMessage id="unit.households" values={{ count: households.value }} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
