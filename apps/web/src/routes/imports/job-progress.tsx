import type { Job } from '@antt/contracts';
import { Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';

/** Rows a second since the phase began; nothing before there is something to go by. */
function useRate({ phase, done }: Job['progress']): number | null {
  const start = useRef({ phase, done, at: 0 });
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    const now = performance.now();
    if (start.current.phase !== phase || start.current.at === 0) {
      start.current = { phase, done, at: now };
      setRate(null);
      return;
    }
    const seconds = (now - start.current.at) / 1000;
    if (seconds > 0.8) setRate(Math.round((done - start.current.done) / seconds));
  }, [phase, done]);
  return rate;
}

/** What is being done, how far it is and how fast it goes. */
export function JobProgress({ job }: { job: Job }) {
  const { phase, done, total } = job.progress;
  const rate = useRate(job.progress);
  const known = total !== null && total > 0;
  return (
    <div className="job-progress" role="status">
      <b>
        <FormattedMessage id={`imports.phase.${phase}`} />
      </b>
      <Progress
        percent={known ? Math.floor((done / total) * 100) : 100}
        status="active"
        showInfo={known}
        className={known ? undefined : 'boundless'}
      />
      <span className="faint">
        {known ? (
          <FormattedMessage
            id={rate ? 'imports.progress-rate' : 'imports.progress'}
            values={{ done, total, rate: rate ?? 0 }}
          />
        ) : (
          <FormattedMessage id="imports.leave" />
        )}
      </span>
      {known && (
        <span className="faint">
          <FormattedMessage id="imports.leave" />
        </span>
      )}
    </div>
  );
}
