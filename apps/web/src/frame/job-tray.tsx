import './job-tray.css';
import { CloseOutlined } from '@ant-design/icons';
import type { Job } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { isOpen, useJobs } from '../routes/imports/job.ts';
import { PlaceLink } from './place-link.tsx';

/**
 * Old work is not news: told is only what was seen at work since this page was opened, until somebody
 * looked at its end or closed it.
 */
function useNews(jobs: readonly Job[], pathname: string) {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const fresh = jobs.filter((job) => isOpen(job) && !seen.includes(job.id));
  if (fresh.length > 0) setSeen([...seen, ...fresh.map(({ id }) => id)]);
  const looked = jobs.find((job) => !isOpen(job) && pathname === `/imports/${job.id}`);
  if (looked && !closed.includes(looked.id)) setClosed([...closed, looked.id]);
  return {
    news: jobs.filter(({ id }) => seen.includes(id) && !closed.includes(id)),
    close: (id: string) => setClosed((old) => [...old, id]),
  };
}

/** Long work that goes on while one moves about: how far it is, and how it ended. */
function JobTray() {
  const intl = useIntl();
  const { pathname } = useLocation();
  const jobs = useJobs();
  const { news, close } = useNews(jobs.data?.items ?? [], pathname);
  const elsewhere = news.filter(({ id }) => pathname !== `/imports/${id}`).slice(0, 3);
  if (elsewhere.length === 0) return null;
  return (
    <div className="job-tray" role="status">
      {elsewhere.map((job) => (
        <div key={job.id} data-status={job.status}>
          <PlaceLink path={`/imports/${job.id}`}>
            <b className="clip">
              <FormattedMessage id={`imports.kind.${job.kind}`} />: {job.fileName}
            </b>
            <State job={job} />
          </PlaceLink>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'action.close' })}
            onClick={() => close(job.id)}
          />
        </div>
      ))}
    </div>
  );
}

function State({ job }: { job: Job }) {
  const { phase, done, total } = job.progress;
  if (!isOpen(job)) {
    const passed = job.status === 'succeeded' && job.dryRun;
    return (
      <span>
        <FormattedMessage
          id={passed ? 'imports.status.passed' : `imports.status.${job.status}`}
          values={{ errors: job.errors }}
        />
      </span>
    );
  }
  return (
    <>
      <span>
        <FormattedMessage id={`imports.phase.${phase}`} />
      </span>
      {total ? <progress max={total} value={done} /> : <progress />}
    </>
  );
}

export { JobTray as default };
