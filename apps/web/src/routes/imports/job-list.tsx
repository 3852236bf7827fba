import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { formatMoment } from '../../moment.ts';
import { JobStatus } from './job-status.tsx';
import { useJobs } from './job.ts';
import { kindIcons } from './kind-choice.tsx';

/** Shown at first. */
const few = 8;

/** What I brought in lately: each can be returned to. */
export function JobList() {
  const jobs = useJobs();
  const [whole, setWhole] = useState(false);
  const items = jobs.data?.items ?? [];
  return (
    <section className="job-list">
      <h2>
        <FormattedMessage id="imports.history" />
      </h2>
      {jobs.isError && <ProblemPanel problem={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && <div className="bone" aria-busy="true" />}
      {jobs.data && jobs.data.away.length > 0 && (
        <p className="faint">
          <FormattedMessage id="imports.history-partial" />
        </p>
      )}
      {jobs.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="imports.history-empty" />
        </p>
      )}
      <ul>
        {(whole ? items : items.slice(0, few)).map((job) => {
          const Icon = kindIcons[job.kind];
          return (
            <li key={job.id}>
              <PlaceLink path={`/imports/${job.id}`}>
                <Icon aria-hidden />
                <span className="what">
                  <b className="clip">{job.fileName}</b>
                  <span>
                    <FormattedMessage
                      id={job.dryRun ? 'imports.history-checked' : 'imports.history-applied'}
                      values={{
                        kind: <FormattedMessage id={`imports.kind.${job.kind}`} />,
                        at: formatMoment(job.createdAt),
                      }}
                    />
                  </span>
                  <JobStatus job={job} />
                </span>
              </PlaceLink>
            </li>
          );
        })}
      </ul>
      {!whole && items.length > few && (
        <Button type="link" onClick={() => setWhole(true)}>
          <FormattedMessage id="imports.history-all" values={{ count: items.length }} />
        </Button>
      )}
    </section>
  );
}
