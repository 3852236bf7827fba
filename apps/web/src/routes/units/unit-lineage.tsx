import { getUnitLineage } from '@antt/contracts';
import { addDays, type Output } from '@antt/kernel';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';

type Relatives = Output<typeof getUnitLineage>['predecessors'];

/** What a unit was made of, and what it became. */
export function UnitLineage({ id }: { id: string }) {
  const lineage = useAnswer(getUnitLineage, { id });
  if (!lineage.data) return null;
  return (
    <>
      <Side title="unit.predecessors" of={lineage.data.predecessors} before />
      <Side title="unit.successors" of={lineage.data.successors} />
    </>
  );
}

type Props = {
  title: 'unit.predecessors' | 'unit.successors';
  of: Relatives;
  before?: boolean;
};

function Side({ title, of, before = false }: Props) {
  if (of.length === 0) return null;
  return (
    <div className="lineage">
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <ul tabIndex={0}>
        {of.map(({ unit, share, on }) => (
          <li key={`${unit.id}${on}`}>
            <PlaceLink path={`/units/${unit.id}`} search={{ on: before ? addDays(on, -1) : on }}>
              {unitName(unit)}
            </PlaceLink>
            <small>
              {formatDay(on)}
              {share < 1 && (
                <>
                  {' · '}
                  <FormattedNumber value={share} style="percent" maximumFractionDigits={1} />
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
