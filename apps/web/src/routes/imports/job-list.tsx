import { FormattedMessage } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { formatMoment } from '../../moment.ts';
import { JobStatus } from './job-status.tsx';
import { useJobs } from './job.ts';
import { kindIcons } from './kind-choice.tsx';

/** What I brought in lately: each can be returned to. */
export function JobList() {
  const jobs = useJobs();
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
        {jobs.data?.items.map((job) => {
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
    </section>
  );
}
