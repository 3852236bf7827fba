import type { Recruitment, RecruitmentStep } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { formatMoment } from '../../moment.ts';
import { ActRecord } from './act-record.tsx';
import { ClockText } from './clock-text.tsx';

type Props = {
  recruitment: Recruitment;
  /** Absent where nothing may be changed. */
  onTakeBack: ((step: RecruitmentStep) => void) | null;
};

/**
 * What was done by which day, each opening to what was recorded of it; an act that nothing rests on can be
 * taken back. Below what is still owed.
 */
export function ActList({ recruitment, onTakeBack }: Props) {
  const { acts, clocks, revocable } = recruitment;
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
            {onTakeBack && revocable.includes(act.step) && (
              <Button onClick={() => onTakeBack(act.step)}>
                <FormattedMessage
                  id="recruitments.back.act"
                  values={{
                    step: (
                      <span className="out-of-sight">
                        <FormattedMessage id={`recruitments.step.${act.step}`} />
                      </span>
                    ),
                  }}
                />
              </Button>
            )}
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
