import {
  bytes,
  type Event,
  type Input,
  type Operation,
  type Output,
  type Payload,
} from '@antt/kernel';
import {
  Answers,
  type Context,
  type Envelope,
  invalidInput,
  newTraceparent,
  problemOf,
  readContext,
} from '@antt/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';

type Answer<O extends Operation> = (
  input: Input<O>,
  context: Context,
) => Output<O> | Promise<Output<O>>;

export type Question = { subject: string; input: unknown; context: Context };

/**
 * Answers operations on a test's bus in their services' place, checking input and output against the
 * contracts as a service does; keeps what it was asked.
 */
export class StandIn {
  readonly asked: Question[] = [];
  private readonly connection: NatsConnection;
  private readonly sender: Answers;
  private readonly answers = new Map<string, Answer<Operation>>();

  constructor(connection: NatsConnection) {
    this.connection = connection;
    this.sender = new Answers(connection);
  }

  /** From now on the operation is answered so; a second answer replaces the first. */
  answer<O extends Operation>(operation: O, answer: Answer<O>): void {
    const { subject } = operation;
    const known = this.answers.has(subject);
    this.answers.set(subject, answer as unknown as Answer<Operation>);
    if (known) return;
    this.connection.subscribe(subject, {
      queue: 'stand-in',
      callback: (error, message) => {
        if (error) return;
        void this.respond(operation, message.data, message.headers).then((response) =>
          this.sender.send(message, { response }),
        );
      },
    });
  }

  /** How often an operation was asked. */
  timesAsked({ subject }: Operation): number {
    return this.asked.filter((question) => question.subject === subject).length;
  }

  /** A fact as a service's outbox sends it. */
  async tell<E extends Event>({ subject, payload: schema }: E, payload: Payload<E>): Promise<void> {
    const envelope: Envelope = {
      payload: schema.parse(payload),
      accountId: null,
      username: null,
      traceparent: newTraceparent(),
      at: new Date().toISOString(),
    };
    await this.publish(subject, JSON.stringify(envelope));
  }

  async publish(subject: string, data: string): Promise<void> {
    this.connection.publish(subject, data);
    await this.connection.flush();
  }

  private async respond(
    operation: Operation,
    data: Uint8Array,
    headers: Parameters<typeof readContext>[0],
  ): Promise<unknown> {
    const context = readContext(headers);
    try {
      const question = operation.input.safeParse(JSON.parse(new TextDecoder().decode(data)));
      if (!question.success) throw invalidInput(question.error);
      const input = question.data as never;
      this.asked.push({ subject: operation.subject, input, context });
      const output = await this.answers.get(operation.subject)!(input, context);
      return operation.output === bytes ? output : operation.output.parse(output);
    } catch (error) {
      return problemOf(error, context.traceparent);
    }
  }
}
