import type { Recruitment } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { formatMoment } from '../../moment.ts';
import { ActRecord } from './act-record.tsx';
import { ClockText } from './clock-text.tsx';

/** What was done by which day, each opening to what was recorded of it, and below what is still owed. */
export function ActList({ recruitment }: { recruitment: Recruitment }) {
  const { acts, clocks } = recruitment;
  const owed = clocks.filter(({ doneOn }) => doneOn === null);
  if (acts.length === 0 && owed.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="recruitments.no-acts" />
      </p>
    );
  }
  return (
    <ol className="recruitment-acts">
      {acts.map(({ act, recordedAt, recordedBy }) => {
        const clock = clocks.find(({ step }) => step === act.step);
        return (
          <li key={act.step}>
            <details>
              <summary>
                {clock ? (
                  <ClockText clock={clock} />
                ) : (
                  <span>
                    <FormattedMessage id={`recruitments.do.${act.step}`} />
                    {', '}
                    {formatDay(act.on)}
                  </span>
                )}
              </summary>
              <ActRecord act={act} recruitment={recruitment} />
              <p className="faint">
                <FormattedMessage
                  id="recruitments.recorded"
                  values={{ by: recordedBy, at: formatMoment(recordedAt) }}
                />
              </p>
            </details>
          </li>
        );
      })}
      {owed.map((clock) => (
        <li key={clock.step} data-owed>
          <ClockText clock={clock} />
        </li>
      ))}
    </ol>
  );
}
