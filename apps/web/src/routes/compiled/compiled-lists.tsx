import type { CompiledReport } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { formatMoment } from '../../moment.ts';

type Props = { report: CompiledReport };

/** Who has sent nothing, by name; each leads to the report that is missing. */
export function MissingList({ report: { missing, window } }: Props) {
  const { items, total } = missing;
  const isOfSeveral = window.periods.length > 1;
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
        <ul>
          {byUnit(items).map(([unitName, some]) => (
            <li key={unitName}>
              {some.some(({ name }) => name !== unitName) && <b>{unitName}: </b>}
              {some.map(({ periodId, periodName, senderId, name }, n) => (
                <span key={`${periodId} ${senderId}`}>
                  {n > 0 && ', '}
                  <PlaceLink path={`/reports/${periodId}/${senderId}`}>{name}</PlaceLink>
                  {isOfSeveral && (
                    <span className="faint">
                      {' ('}
                      <FormattedMessage id="compiled.period" values={{ name: periodName }} />)
                    </span>
                  )}
                </span>
              ))}
            </li>
          ))}
        </ul>
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

type Missing = CompiledReport['missing']['items'];

/** In the order in which they come. */
function byUnit(items: Missing): [string, Missing][] {
  const units = new Map<string, Missing>();
  for (const one of items) units.set(one.unitName, [...(units.get(one.unitName) ?? []), one]);
  return [...units];
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
