import type { Job } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { keepFile } from './sent-file.ts';
import { sendFile, type Upload } from './upload.ts';

export type Sending =
  { state: 'idle' } | { state: 'sending'; share: number } | { state: 'failed'; problem: unknown };

/** Sends a file and goes on to the job that works on it. Leaving the page while it is sent stops it. */
export function useSending() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = useCallback(
    async (upload: Upload): Promise<Job | null> => {
      const watch = new AbortController();
      stop.current = watch;
      setSending({ state: 'sending', share: 0 });
      try {
        const onProgress = (share: number) => setSending({ state: 'sending', share });
        const job = await sendFile(upload, { onProgress, signal: watch.signal });
        keepFile(job.id, upload.file);
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
  const cancel = useCallback(() => stop.current?.abort(), []);
  return { sending, send, cancel };
}
