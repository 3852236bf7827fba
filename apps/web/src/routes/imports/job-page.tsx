import '../../list-page.css';
import './imports.css';
import { ArrowLeftOutlined } from '@ant-design/icons';
import type { Job } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { withTexts } from '../../i18n/text.ts';
import { formatMoment } from '../../moment.ts';
import { useInstruments } from '../instruments/instrument-field.tsx';
import { instrumentName } from '../instruments/instrument-text.ts';
import { acceptableRules } from './acceptance.tsx';
import { BoundaryPreview } from './boundary-preview.tsx';
import { JobActions } from './job-actions.tsx';
import { changesNothing, JobCounts } from './job-counts.tsx';
import { JobProgress } from './job-progress.tsx';
import { JobSteps } from './job-steps.tsx';
import { isOpen, useJob } from './job.ts';
import { canChoose } from './problem-list.rules.ts';
import { ProblemList } from './problem-list.tsx';
import { SendingBar } from './sending-bar.tsx';
import { useSending } from './use-sending.ts';

/** What an act would move is said in the words of the page of acts, fetched when there is something to say. */
const JobEffects = lazy(withTexts('reorganisations', () => import('./job-effects.tsx')));

/** One file on its way in: checked, corrected, applied. It can be left and returned to. */
export function Component() {
  const { jobId = '' } = useParams();
  const job = useJob(jobId);
  return (
    <>
      <PlaceLink path="/imports" className="back-link">
        <ArrowLeftOutlined aria-hidden /> <FormattedMessage id="page.imports" />
      </PlaceLink>
      {job.isError && !job.data && (
        <ProblemPanel problem={job.error} onRetry={() => void job.refetch()} />
      )}
      {job.isPending && <PageSkeleton />}
      {job.data && <OneJob key={job.data.id} job={job.data} />}
    </>
  );
}

/** What was read before an applied file is old now, whoever's service it changed. */
function useFreshAfter(job: Job) {
  const queries = useQueryClient();
  const wasOpen = useRef(isOpen(job));
  useEffect(() => {
    if (wasOpen.current && !isOpen(job)) {
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      if (!job.dryRun && job.status === 'succeeded') {
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'job' });
      }
    }
    wasOpen.current = isOpen(job);
  }, [queries, job]);
}

function OneJob({ job }: { job: Job }) {
  const intl = useIntl();
  const { on } = useDay();
  const [choices, setChoices] = useState<Record<string, string>>({});
  const { sending, send, apply, cancel } = useSending();
  const open = isOpen(job);
  useFreshAfter(job);

  const onChoose = (at: string, unitId: string | undefined) =>
    setChoices((old) => {
      const { [at]: _, ...rest } = old;
      return unitId ? { ...rest, [at]: unitId } : rest;
    });
  const { validFrom, list, instrumentId } = job.options;
  const instruments = useInstruments(undefined, instrumentId !== undefined);
  const instrument = instruments.data?.items.find(({ id }) => id === instrumentId);
  // Units are chosen among those of the day for which the file speaks.
  const day = validFrom ?? instrument?.effectiveFrom ?? on;

  return (
    <div className="job-page">
      <PageHeader
        title={<FormattedMessage id={`imports.kind.${job.kind}`} />}
        note={
          <>
            <b>{job.fileName}</b>
            {' · '}
            {formatMoment(job.createdAt)}
            {instrument && ` · ${instrumentName(intl, instrument)}`}
            {validFrom && (
              <>
                {' · '}
                <FormattedMessage id="imports.holds-from" values={{ day: formatDay(validFrom) }} />
              </>
            )}
            {list && (
              <>
                {' · '}
                <FormattedMessage id="imports.in-list" values={{ list }} />
              </>
            )}
          </>
        }
      />
      <JobSteps job={job} />
      <section className="import-card">
        {open ? (
          <JobProgress job={job} />
        ) : (
          <>
            <Alert
              showIcon
              type={alertOf(job)}
              title={
                <FormattedMessage
                  id={`imports.result.${resultOf(job)}`}
                  values={{ errors: job.errors, warnings: job.warnings }}
                />
              }
              description={
                <>
                  <FormattedMessage id={noteOf(job)} />
                  <TraceOf job={job} />
                </>
              }
            />
            <JobCounts job={job} />
            <JobActions
              job={job}
              choices={choices}
              busy={sending.state === 'sending' || sending.state === 'applying'}
              send={send}
              apply={apply}
            />
            <SendingBar sending={sending} onCancel={cancel} onRetry={cancel} />
          </>
        )}
      </section>
      {!open && job.kind === 'boundaries' && job.dryRun && job.status !== 'failed' && (
        <BoundaryPreview jobId={job.id} />
      )}
      {!open && job.kind === 'reorganisations' && job.dryRun && job.status === 'succeeded' && (
        <Suspense>
          <JobEffects job={job} />
        </Suspense>
      )}
      {!open && job.problems.length > 0 && (
        <ProblemList job={job} on={day} choices={choices} onChoose={onChoose} />
      )}
    </div>
  );
}

/** What the administrator asks for when a failure is reported. */
function TraceOf({ job }: { job: Job }) {
  const trace = job.problems.find(({ traceId }) => typeof traceId === 'string')?.traceId;
  if (job.status !== 'failed' || trace === undefined) return null;
  return (
    <div className="trace">
      <FormattedMessage id="problem.trace" values={{ trace: String(trace) }} />
    </div>
  );
}

function resultOf(job: Job) {
  if (job.status === 'failed') return 'failed';
  if (job.status === 'rejected') return job.dryRun ? 'rejected' : 'not-applied';
  if (!job.dryRun) return changesNothing(job) ? 'applied-nothing' : 'applied';
  if (changesNothing(job)) return 'nothing';
  return job.warnings > 0 ? 'passed-warned' : 'passed';
}

function noteOf(job: Job) {
  const choosable = job.dryRun && job.problems.some((problem) => canChoose(job.kind, problem));
  if (job.status === 'rejected' && choosable) return 'imports.result-note.rejected-choice';
  if (acceptableRules(job).length > 0) return 'imports.result-note.rejected-accept';
  return `imports.result-note.${resultOf(job)}` as const;
}

function alertOf(job: Job): 'error' | 'warning' | 'success' | 'info' {
  if (job.status !== 'succeeded') return 'error';
  if (changesNothing(job)) return 'info';
  return job.warnings > 0 ? 'warning' : 'success';
}
