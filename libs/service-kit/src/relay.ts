import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import { Client as Database } from 'pg';
import { outboxWaiting } from './metrics.ts';
import type { Envelope } from './outbox.ts';

type Row = {
  id: string;
  subject: string;
  payload: unknown;
  principal: { accountId: string; username: string } | null;
  traceparent: string;
  written_at: Date;
};

const batch = 200;
const pause = 1_000;
/** How long a fact stays after it left: the bus may lose what it took in its last moments before a crash. */
const kept = '1 day';

/**
 * Carries facts from the outbox to the stream: one replica at a time (advisory lock), woken by NOTIFY and
 * looking each second. `msgID` is the outbox id, so a fact sent twice is kept once.
 */
export class OutboxRelay {
  private readonly logger = new Logger('outbox');
  private readonly url: string;
  private readonly schema: string;
  private readonly connection: NatsConnection;
  private readonly stream: JetStreamClient;
  private running = true;
  private wake: () => void = () => {};
  private done: Promise<void> = Promise.resolve();

  constructor(url: string, schema: string, connection: NatsConnection) {
    this.url = url;
    this.schema = schema;
    this.connection = connection;
    this.stream = jetstream(connection);
  }

  start(): void {
    this.done = this.run();
    void this.resendAfterReconnect();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.wake();
    await this.done;
  }

  private resend = true;
  private prunedAt = 0;

  // What the bus acknowledged but had not written when it was killed is sent again; ids make it harmless.
  private async resendAfterReconnect(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === 'reconnect') {
        this.resend = true;
        this.wake();
      }
    }
  }

  private async run(): Promise<void> {
    while (this.running) {
      const database = new Database({
        connectionString: this.url,
        application_name: `${this.schema} outbox`,
        options: `-c search_path=${this.schema},public`,
      });
      try {
        database.on('error', () => this.wake());
        database.on('notification', () => this.wake());
        await database.connect();
        await this.carry(database);
      } catch (error) {
        if (this.running) this.logger.warn(`outbox waits: ${(error as Error).message}`);
        await this.rest();
      } finally {
        await database.end().catch(() => {});
      }
    }
  }

  private async carry(database: Database): Promise<void> {
    await database.query(`listen outbox_${this.schema}`);
    const key = `select pg_try_advisory_lock(hashtext('outbox_' || $1)) as mine`;
    while (this.running) {
      const lock = await database.query<{ mine: boolean }>(key, [this.schema]);
      if (lock.rows[0]?.mine) break;
      await this.rest();
    }
    while (this.running) {
      if (this.resend) await this.forgetRecent(database);
      await this.prune(database);
      if ((await this.sendBatch(database)) === 0) await this.rest();
    }
  }

  private async forgetRecent(database: Database): Promise<void> {
    this.resend = false;
    await database.query(
      `update outbox set published_at = null where published_at > now() - interval '2 minutes'`,
    );
  }

  // The stream forgets after thirty days; until then an applied message must stay known.
  private async prune(database: Database): Promise<void> {
    if (Date.now() - this.prunedAt < 3_600_000) return;
    this.prunedAt = Date.now();
    await database.query(`delete from outbox where published_at < now() - $1::interval`, [kept]);
    await database.query(`delete from inbox where applied_at < now() - interval '31 days'`);
  }

  private async sendBatch(database: Database): Promise<number> {
    const { rows } = await database.query<Row>(
      `select * from outbox where published_at is null order by id limit ${batch}`,
    );
    outboxWaiting.set(rows.length);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => this.send(row)));
    await database.query(`update outbox set published_at = now() where id = any($1)`, [
      rows.map((row) => row.id),
    ]);
    return rows.length;
  }

  private async send(row: Row): Promise<void> {
    const envelope: Envelope = {
      payload: row.payload,
      accountId: row.principal?.accountId ?? null,
      username: row.principal?.username ?? null,
      traceparent: row.traceparent,
      at: row.written_at.toISOString(),
    };
    await this.stream.publish(row.subject, JSON.stringify(envelope), {
      msgID: row.id,
      timeout: 5_000,
    });
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
