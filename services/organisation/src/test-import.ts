import { type ImportKind, type ImportOptions, type Job, organisationJobs } from '@antt/contracts';
import { eventually, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';

/** For tests: uploads a file's bytes as a job and waits for its end. */
export function importing(service: ServiceUnderTest) {
  return async function take(
    kind: ImportKind,
    { name, bytes }: { name: string; bytes: Uint8Array },
    options: ImportOptions = {},
    { dryRun = false, principal = service.administrator } = {},
  ): Promise<Job> {
    const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e9);
    const id = `organisation.${randomUUID()}`;
    const command = { id, kind, dryRun, file, options };
    await service.call(organisationJobs.start, command, principal);
    return eventually(async () => {
      const job = await service.call(organisationJobs.get, { id }, principal);
      return job.finishedAt ? job : null;
    }, 180_000);
  };
}
