import type { Coverage } from '@antt/contracts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { readings } from '@antt/contracts';
import { parentName, unitName } from '../../unit-name.ts';

/** Shown of the list. */
const few = 8;

const lacking = (row: Coverage) => -(readings.teams.value(row) ?? 0);

/** Where to begin: the communes that are short of most teams, each a link to its profile. */
export function MostLacking({ items }: { items: Coverage[] }) {
  const rows = items
    .filter((row) => lacking(row) > 0)
    .sort((a, b) => lacking(b) - lacking(a))
    .slice(0, few);
  if (rows.length === 0) return null;
  return (
    <section className="home-most">
      <h2>
        <FormattedMessage id="home.most" />
        <PlaceLink path="/map" search={{ gap: 'teams-short', metric: 'teams', sort: 'teams' }}>
          <FormattedMessage id="home.most.all" />
        </PlaceLink>
      </h2>
      <ol className="most">
        {rows.map((row) => (
          <li key={row.unit.id}>
            <PlaceLink path="/map" search={{ metric: 'teams', sort: 'teams', unit: row.unit.id }}>
              <span className="most-name">
                {unitName(row.unit)} <small>{parentName(row.unit)}</small>
              </span>
              <span className="tabular most-of">
                <FormattedMessage
                  id="home.most.line"
                  values={{ active: row.teams.active, decided: row.teams.decided ?? 0 }}
                />
              </span>
              <b className="tabular">
                <FormattedNumber value={-lacking(row)} />
              </b>
            </PlaceLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
