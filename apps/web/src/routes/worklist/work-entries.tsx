import './work-entries.css';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { AnyWorkEntry } from './use-work.ts';
import { isTerm } from './work-day.rules.ts';

type Props = {
  entries: readonly AnyWorkEntry[];
  /** Of one unit alone. */
  within?: string;
};

/** Kinds of work with how much of each waits and since when; each opens its list. */
export function WorkEntries({ entries, within }: Props) {
  const { on } = useDay();
  return (
    <ul className="work">
      {entries.map(({ kind, count, oldest }) => (
        <li key={kind}>
          <PlaceLink path={`/worklist/${kind}`} {...(within && { search: { within } })}>
            <b className="tabular">
              <FormattedNumber value={count} />
            </b>
            <span>
              <FormattedMessage id={`work.${kind}`} />
              {oldest && (
                <small>
                  <FormattedMessage
                    id={isTerm(kind, oldest, on) ? 'work.first-due' : 'work.oldest'}
                    values={{ day: formatDay(oldest) }}
                  />
                </small>
              )}
            </span>
            <em>
              <FormattedMessage id="home.open" />
            </em>
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}
