import './work-cards.css';
import { FormattedMessage } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { AnyWorkItem, AnyWorkKind } from './use-work.ts';
import { isTerm } from './work-day.rules.ts';
import { placeOf } from './work-place.ts';

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Work on a phone: names of Tổ are long and differ at their end, so none is cut. */
export function WorkCards({ kind, items }: { kind: AnyWorkKind; items: readonly AnyWorkItem[] }) {
  const { on } = useDay();
  return (
    <ul className="work-cards">
      {items.map((item) => (
        <li key={item.id}>
          <PlaceLink {...placeOf(kind, item)}>{capital(item.name)}</PlaceLink>
          <small>
            {item.place && capital(item.place)}
            {item.place && item.since && ' · '}
            {item.since && (
              <FormattedMessage
                id={isTerm(kind, item.since, on) ? 'work.due' : 'work.oldest'}
                values={{ day: formatDay(item.since) }}
              />
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
