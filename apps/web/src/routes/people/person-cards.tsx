import './people.css';
import type { PersonRow } from '@antt/contracts';
import { useIntl } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';
import { PersonStateTag } from './person-state.tsx';

/** People on a phone: who, where, and a number to call. */
export function PersonCards({ people }: { people: readonly PersonRow[] }) {
  const intl = useIntl();
  return (
    <ul className="person-cards" aria-label={intl.formatMessage({ id: 'page.people' })}>
      {people.map((person) => {
        const { id, name, position, team, commune, phone } = person;
        const title = position && intl.formatMessage({ id: `people.position.${position}` });
        return (
          <li key={id}>
            <PlaceLink path={`/people/${id}`} className="who">
              {name}
            </PlaceLink>
            <PersonStateTag person={person} />
            <span className="where">
              {[title, team?.name, commune && unitName(commune)].filter(Boolean).join(' · ')}
            </span>
            {phone && (
              <a className="call" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                {phone}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
