import { type FileNoun, keepFile, type KeptFile, type Principal } from '@antt/contracts';
import { newTraceparent, within } from '@antt/service-kit';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** For tests: sends a file's bytes as the gateway does. */
export function sending(service: ServiceUnderTest) {
  return async function send(
    noun: FileNoun,
    name: string,
    bytes: Uint8Array,
    { asker = service.administrator, id = randomUUID() as string } = {},
  ): Promise<KeptFile> {
    const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e9);
    return service.call(keepFile, { id, noun, file }, asker);
  };
}

/** For tests: work in a transaction of the service on somebody's behalf. */
export function acting(service: ServiceUnderTest) {
  return <T>(principal: Principal, work: (tx: EntityManager) => Promise<T>): Promise<T> =>
    within({ principal, traceparent: newTraceparent(), deadline: Infinity }, () =>
      service.db.transaction(work),
    );
}
