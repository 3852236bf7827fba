import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JsMsg,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom } from 'rxjs';
import type { DataSource, EntityManager } from 'typeorm';
import { traceIdOf, within } from './context.ts';
import { parkedEvents } from './metrics.ts';
import type { Fact } from './on.ts';
import type { Envelope } from './outbox.ts';

const stream = 'EVENTS';
const tries = 5;
/** Facts that share a transaction at the most, and for how many milliseconds it takes in more of them. */
const together = { facts: 100, time: 500 };

/** Makes the stream of facts where it does not exist yet; every process may call it. */
export async function ensureStream(connection: NatsConnection): Promise<void> {
  const manager = await jetstreamManager(connection);
  const config = {
    name: stream,
    subjects: ['event.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(30 * 24 * 3_600_000),
    duplicate_window: nanos(10 * 60_000),
  };
  await manager.streams.add(config).catch(async (error: Error) => {
    if (!/already in use/.test(error.message)) throw error;
  });
}

type Received = { id: string; message: JsMsg; envelope: Envelope | null };

/**
 * Brings facts from JetStream to `@On` methods: one durable consumer for each handler, the effect and the
 * inbox row in one transaction, then the acknowledgement. Facts that wait meanwhile share the next transaction,
 * since each commit waits for the disk; where one of them fails, each gets its own. What fails comes again later;
 * after five tries it is parked, visibly.
 */
export class FactReceiver {
  private readonly streams: ConsumerMessages[] = [];
  private readonly working = new Map<string, Promise<void>>();
  private readonly log = new Logger('facts');
  private readonly service: string;
  private readonly connection: NatsConnection;
  private readonly db: DataSource;
  private readonly handlers: ReadonlyMap<string, MessageHandler>;
  private closing = false;

  constructor(
    service: string,
    connection: NatsConnection,
    db: DataSource,
    handlers: ReadonlyMap<string, MessageHandler>,
  ) {
    this.service = service;
    this.connection = connection;
    this.db = db;
    this.handlers = handlers;
  }

  async listen(): Promise<void> {
    for (const subject of this.handlers.keys()) await this.bind(subject);
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const messages of this.streams) await messages.close();
    await Promise.all(this.working.values());
  }

  private async bind(subject: string): Promise<void> {
    const durable = `${this.service}-${subject.replaceAll('.', '_').replace('>', 'all')}`;
    await this.ensureConsumer(subject, durable);
    void this.receive(subject, durable);
  }

  private async ensureConsumer(subject: string, durable: string): Promise<void> {
    const manager = await jetstreamManager(this.connection);
    await manager.consumers.add(stream, {
      durable_name: durable,
      filter_subject: subject,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(30_000),
      deliver_policy: DeliverPolicy.All,
      max_ack_pending: 500,
    });
  }

  // The pull ends when the bus restarts; it is taken up again until the service closes. A bus that lost its
  // store has neither stream nor consumer: both are made again, and the outbox sends what it still holds.
  private async receive(subject: string, durable: string): Promise<void> {
    for (let first = true; !this.closing; first = false) {
      try {
        if (!first) {
          await ensureStream(this.connection);
          await this.ensureConsumer(subject, durable);
        }
        const consumer = await jetstream(this.connection).consumers.get(stream, durable);
        const messages = await consumer.consume({
          max_messages: 100,
          abort_on_missing_resource: true,
        });
        this.streams.push(messages);
        const waiting: JsMsg[] = [];
        for await (const message of messages) {
          waiting.push(message);
          if (!this.working.has(durable)) {
            const work = this.work(subject, durable, waiting)
              .catch((error: Error) => messages.stop(error))
              .finally(() => this.working.delete(durable));
            this.working.set(durable, work);
          }
          if (waiting.length >= together.facts) await this.working.get(durable);
        }
      } catch (error) {
        if (this.closing) return;
        this.log.warn(`${durable} waits: ${(error as Error).message}`);
      }
      if (!this.closing) await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  private async work(pattern: string, consumer: string, waiting: JsMsg[]): Promise<void> {
    while (waiting.length > 0) {
      const facts = waiting.splice(0, together.facts).map(received);
      const rest = await this.share(pattern, consumer, facts).catch(() => facts);
      for (const fact of rest) await this.apply(pattern, consumer, fact);
    }
  }

  /** Answers those that did not fit into the time of the transaction, or that need one of their own. */
  private async share(pattern: string, consumer: string, facts: Received[]): Promise<Received[]> {
    if (facts.length === 1 || facts.some(({ envelope }) => envelope === null)) return facts;
    const until = performance.now() + together.time;
    let applied = 0;
    await this.db.transaction(async (tx) => {
      for (const fact of facts) {
        if (performance.now() > until) break;
        await this.once(tx, pattern, consumer, fact);
        applied += 1;
      }
    });
    for (const { message } of facts.slice(0, applied)) message.ack();
    return facts.slice(applied);
  }

  private async apply(pattern: string, consumer: string, fact: Received): Promise<void> {
    const { id, message, envelope } = fact;
    if (!envelope) {
      const bare = { payload: null, accountId: null, username: null, traceparent: '', at: '' };
      await this.park(consumer, id, message, bare, 'not a fact: no JSON');
      return;
    }
    try {
      await this.db.transaction((tx) => this.once(tx, pattern, consumer, fact));
      message.ack();
    } catch (error) {
      const trace = traceIdOf(envelope.traceparent);
      const reason = error instanceof Error ? error.message : JSON.stringify(error);
      this.log.error(`${consumer} could not apply ${id} (trace ${trace}): ${reason}`);
      if (message.info.deliveryCount < tries) {
        message.nak(1_000 * 2 ** message.info.deliveryCount);
      } else {
        await this.park(consumer, id, message, envelope, reason);
      }
    }
  }

  private async once(
    tx: EntityManager,
    pattern: string,
    consumer: string,
    { id, message: { subject }, envelope }: Received,
  ): Promise<void> {
    const first = await tx.query(
      `insert into inbox (consumer, message_id) values ($1, $2)
       on conflict do nothing returning 1`,
      [consumer, id],
    );
    if (first.length === 0 || !envelope) return;
    const handler = this.handlers.get(pattern)!;
    const fact: Fact = { tx, id, subject, payload: envelope.payload as never, envelope };
    const { traceparent } = envelope;
    await within({ principal: null, traceparent, deadline: Infinity }, async () => {
      const result = await handler(fact);
      await lastValueFrom(isObservable(result) ? result : from([result]), {
        defaultValue: undefined,
      });
    });
  }

  private async park(
    consumer: string,
    id: string,
    message: JsMsg,
    envelope: Envelope,
    reason: string,
  ): Promise<void> {
    await this.db.query(
      `insert into parked (consumer, message_id, subject, body, reason)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [consumer, id, message.subject, JSON.stringify(envelope), reason],
    );
    parkedEvents.inc({ consumer });
    message.term();
  }
}

function received(message: JsMsg): Received {
  const id = message.headers?.get('Nats-Msg-Id') ?? `seq-${message.seq}`;
  return { id, message, envelope: envelopeOf(message) };
}

function envelopeOf(message: JsMsg): Envelope | null {
  try {
    return message.json<Envelope>();
  } catch {
    return null;
  }
}
