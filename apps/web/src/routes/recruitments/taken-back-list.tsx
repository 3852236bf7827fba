import type { Recruitment } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { formatMoment } from '../../moment.ts';
import { ActRecord } from './act-record.tsx';

/** Acts that were recorded by mistake: each opens to what it said. */
export function TakenBackList({ recruitment }: { recruitment: Recruitment }) {
  const { takenBack } = recruitment;
  if (takenBack.length === 0) return null;
  return (
    <>
      <h3>
        <FormattedMessage id="recruitments.back.kept" />
      </h3>
      <ol className="recruitment-acts">
        {takenBack.map(({ act, listed, ...told }) => (
          <li key={`${act.step} ${told.recordedAt} ${told.takenBackAt}`}>
            <details>
              <summary>
                <del>
                  <FormattedMessage id={`recruitments.do.${act.step}`} />
                  {', '}
                  {formatDay(act.on)}
                </del>
                <span className="taken-back-why">
                  <FormattedMessage
                    id="recruitments.back.told"
                    values={{
                      by: told.takenBackBy,
                      at: formatMoment(told.takenBackAt),
                      reason: told.reason,
                    }}
                  />
                </span>
              </summary>
              <ActRecord act={act} recruitment={recruitment} listed={listed} />
              <p className="faint">
                <FormattedMessage
                  id="recruitments.recorded"
                  values={{ by: told.recordedBy, at: formatMoment(told.recordedAt) }}
                />
              </p>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
