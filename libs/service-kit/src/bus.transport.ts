import { type MessageHandler, ServerNats } from '@nestjs/microservices';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { DataSource } from 'typeorm';
import { Answers } from './answers.ts';
import { questionDeserializer } from './codec.ts';
import { FactReceiver } from './fact-receiver.ts';

/**
 * Nest's NATS transport on one shared connection: `@Handles` methods answer requests as a queue group named
 * like the service, `@On` methods receive facts from JetStream instead of core NATS.
 */
export class BusTransport extends ServerNats {
  private readonly service: string;
  private readonly connection: NatsConnection;
  private readonly answers: Answers;
  private receiver: FactReceiver | null = null;
  private facts: ReadonlyMap<string, MessageHandler> = new Map();

  constructor(service: string, connection: NatsConnection) {
    super({
      queue: service,
      deserializer: questionDeserializer,
    } as never);
    this.service = service;
    this.connection = connection;
    this.answers = new Answers(connection);
  }

  override createNatsClient(): Promise<never> {
    return Promise.resolve(this.connection as never);
  }

  override bindEvents(client: never): void {
    const all = [...this.messageHandlers];
    const facts = new Map(all.filter(([, handler]) => handler.isEventHandler));
    for (const subject of facts.keys()) this.messageHandlers.delete(subject);
    super.bindEvents(client);
    this.facts = facts;
  }

  override getPublisher(message: Msg): (packet: { response?: unknown; err?: unknown }) => unknown {
    return (packet) => (message.reply ? this.answers.send(message, packet) : undefined);
  }

  /** Begins to receive facts; the database must be there. */
  async receive(db: DataSource): Promise<void> {
    this.receiver = new FactReceiver(this.service, this.connection, db, this.facts);
    await this.receiver.listen();
  }

  override async close(): Promise<void> {
    await this.receiver?.close();
  }
}
