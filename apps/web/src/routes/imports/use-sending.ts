import type { Job } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { newId } from '../../new-id.ts';
import { applyJob } from './apply-job.ts';
import { keepFile } from './sent-file.ts';
import { sendFile, type Upload } from './upload.ts';

export type Sending =
  | { state: 'idle' }
  | { state: 'sending'; share: number }
  | { state: 'applying' }
  | { state: 'failed'; problem: unknown };

/**
 * Sends a file, or has one applied that was checked, and goes on to the job that works on it. Leaving the page
 * meanwhile stops it.
 */
export function useSending() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = useCallback(
    async (first: Sending, work: (signal: AbortSignal) => Promise<Job>): Promise<Job | null> => {
      const watch = new AbortController();
      stop.current = watch;
      setSending(first);
      try {
        const job = await work(watch.signal);
        queries.setQueryData(['job', job.id], job);
        void queries.invalidateQueries({ queryKey: ['jobs'] });
        setSending({ state: 'idle' });
        void navigate(`/imports/${job.id}${held()}`);
        return job;
      } catch (problem) {
        setSending(watch.signal.aborted ? { state: 'idle' } : { state: 'failed', problem });
        return null;
      }
    },
    [queries, navigate, held],
  );
  const send = useCallback(
    (upload: Upload) =>
      begin({ state: 'sending', share: 0 }, async (signal) => {
        const onProgress = (share: number) => setSending({ state: 'sending', share });
        const job = await sendFile(upload, { onProgress, signal });
        keepFile(job.id, upload.file);
        return job;
      }),
    [begin],
  );
  // One key for one page: pressed again after a lost answer it is the same job.
  const [key] = useState(() => newId());
  const apply = useCallback(
    (jobId: string) => begin({ state: 'applying' }, (signal) => applyJob(jobId, key, signal)),
    [begin, key],
  );
  const cancel = useCallback(() => {
    stop.current?.abort();
    setSending({ state: 'idle' });
  }, []);
  return { sending, send, apply, cancel };
}
