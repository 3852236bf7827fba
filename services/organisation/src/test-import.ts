import { type ImportKind, type ImportOptions, type Job, organisationJobs } from '@antt/contracts';
import { Problem } from '@antt/kernel';
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
      const job = await service.call(organisationJobs.get, { id }, principal).catch(askAgain);
      return job?.finishedAt ? job : null;
    }, 180_000);
  };
}

/** While a country is read, a question may not be answered in its time; pages ask again as well. */
function askAgain(error: unknown): null {
  if (error instanceof Problem && error.body.type === 'deadline-exceeded') return null;
  throw error;
}
