import { Job } from '@antt/contracts';
import { request } from '../../api.ts';

/** Applies the file of a checked job, which the service has; with the same key again it is the same job. */
export async function applyJob(id: string, key: string, signal: AbortSignal): Promise<Job> {
  const answer = await request(`/api/jobs/${encodeURIComponent(id)}/applications`, {
    method: 'POST',
    headers: { 'Idempotency-Key': key },
    signal,
  });
  return Job.parse(await answer.json());
}
