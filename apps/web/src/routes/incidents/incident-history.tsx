import type { getIncident } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMoment } from '../../moment.ts';

type Told = Output<typeof getIncident>;

/** What stood in the record before each correction, the latest first. */
export function IncidentHistory({ incident }: { incident: Told }) {
  const intl = useIntl();
  const after = [incident, ...incident.history.map(({ before }) => before)];
  const was = (before: Told['history'][number]['before'], now: (typeof after)[number]) =>
    [
      before.knownAt !== now.knownAt && formatMoment(before.knownAt),
      before.reportedAt !== now.reportedAt && formatMoment(before.reportedAt),
      before.onSceneAt !== now.onSceneAt && formatMoment(before.onSceneAt),
      before.place !== now.place && before.place,
      before.summary !== now.summary && before.summary,
    ].filter(Boolean);
  return (
    <ul className="file-list">
      {incident.history.map(({ id, act, before, reason, correctedBy, correctedAt }, n) => {
        const said = was(before, after[n]!);
        return (
          <li key={id}>
            <span className="two-lines">
              <span>
                <FormattedMessage id={`incidents.history.${act}`} />
                {`: ${reason}`}
              </span>
              {said.length > 0 && (
                <small>
                  {intl.formatMessage(
                    { id: 'incidents.history.before' },
                    { said: said.join(' · ') },
                  )}
                </small>
              )}
              <small>{`${correctedBy} · ${formatMoment(correctedAt)}`}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
