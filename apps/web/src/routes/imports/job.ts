import type { Job } from '@antt/contracts';
import type { Problem } from '@antt/kernel';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../api.ts';

/** Where live updates say nothing (a proxy that holds them back), the state is asked for. */
const beat = 2_000;

export const isOpen = ({ status }: Pick<Job, 'status'>) =>
  status === 'queued' || status === 'running';

/** Jobs of all services; `away` names those that did not answer. */
export type Jobs = { items: Job[]; away: string[] };

/** Like every answer, it is checked where it comes from: the tray is on every page, a schema need not be. */
async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await request(path, { signal });
  return (await answer.json()) as T;
}

/** One job, kept up to date by live updates (`live.ts` writes it under the same key). */
export function useJob(id: string) {
  return useQuery<Job, Problem>({
    queryKey: ['job', id],
    queryFn: ({ signal }) => ask(`/api/jobs/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? beat : false),
  });
}

/** My latest jobs, newest first, without their problems. */
export function useJobs(enabled = true) {
  return useQuery<Jobs, Problem>({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => ask('/api/jobs', signal),
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 2 * beat : false),
  });
}
