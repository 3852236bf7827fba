import type { CompiledReport } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { formatMoment } from '../../moment.ts';

type Props = { report: CompiledReport };

/** Who has sent nothing, by name; each leads to the report that is missing. */
export function MissingList({ report: { missing } }: Props) {
  const { items, total } = missing;
  return (
    <section className="compiled-list">
      <h2>
        <FormattedMessage id="compiled.missing" values={{ count: total }} />
      </h2>
      {total === 0 ? (
        <p className="faint">
          <FormattedMessage id="compiled.all-sent" />
        </p>
      ) : (
        <ol>
          {items.map(({ periodId, periodName, senderId, name, unitName }) => (
            <li key={`${periodId} ${senderId}`}>
              <PlaceLink path={`/reports/${periodId}/${senderId}`}>{name}</PlaceLink>{' '}
              <span className="faint">
                {name === unitName ? '' : `${unitName}, `}
                <FormattedMessage id="compiled.period" values={{ name: periodName }} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {items.length < total && (
        <p className="faint">
          <FormattedMessage
            id="compiled.first-named"
            values={{ shown: items.length, count: total }}
          />
        </p>
      )}
    </section>
  );
}

/** What is in the way and not solved; each leads to the report that it was raised with, where it is answered. */
export function ObstacleList({ report: { obstacles } }: Props) {
  const { items, total } = obstacles;
  return (
    <section className="compiled-list">
      <h2>
        <FormattedMessage id="compiled.obstacles" values={{ count: total }} />
      </h2>
      {total === 0 ? (
        <p className="faint">
          <FormattedMessage id="compiled.no-obstacle" />
        </p>
      ) : (
        <ol>
          {items.map(({ id, periodId, senderId, name, unitName, text, raisedAt }) => (
            <li key={id}>
              <PlaceLink path={`/reports/${periodId}/${senderId}`}>{name}</PlaceLink>
              {name !== unitName && <span className="faint"> {unitName}</span>}
              <p>{text}</p>
              <small className="faint">
                <FormattedMessage id="compiled.raised-at" values={{ at: formatMoment(raisedAt) }} />
              </small>
            </li>
          ))}
        </ol>
      )}
      {items.length < total && (
        <p className="faint">
          <FormattedMessage
            id="compiled.first-named"
            values={{ shown: items.length, count: total }}
          />
        </p>
      )}
    </section>
  );
}
