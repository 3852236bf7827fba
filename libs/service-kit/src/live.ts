import type { Job } from '@antt/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { encode } from './codec.ts';

/** Subject of an account's own progress; told once and kept nowhere. */
export function jobSubject(accountId: string): string {
  return `live.job.${accountId}`;
}

/** What open pages are told at once. Losing it is harmless: the page asks again. */
export class Live {
  private readonly connection: NatsConnection;

  constructor(connection: NatsConnection) {
    this.connection = connection;
  }

  tellJob(accountId: string, job: Job): void {
    if (this.connection.isClosed()) return;
    this.connection.publish(jobSubject(accountId), encode(job).data);
  }
}
