import { problem } from '@antt/contracts';
import type { Input, Operation, Output } from '@antt/kernel';
import { errors, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import { Answers } from './answers.ts';
import { encode, readAnswer, throwProblem, writeContext } from './codec.ts';
import { type Context, currentContext } from './context.ts';
import { endOfTurn } from './turn.ts';

type Came = { data: Uint8Array; headers?: MsgHdrs };

/** Asks services over the bus. */
export class Client {
  private readonly connection: NatsConnection;
  private readonly answers: Answers;
  private away = false;

  constructor(connection: NatsConnection) {
    this.connection = connection;
    this.answers = new Answers(connection);
    void this.watch();
  }

  /** The service's answer; its problem is thrown. */
  async call<O extends Operation>(
    operation: O,
    input: Input<O>,
    context: Partial<Context> = {},
  ): Promise<Output<O>> {
    const { data, headers } = await this.request(operation, input, context);
    return readAnswer(data, headers) as Output<O>;
  }

  /** The answer's bytes as they came (JSON, or raw where the operation answers bytes). */
  async fetch<O extends Operation>(
    operation: O,
    input: Input<O>,
    context: Partial<Context> = {},
  ): Promise<Uint8Array> {
    const { data, headers } = await this.request(operation, input, context);
    throwProblem(data, headers);
    return data;
  }

  private async request(
    operation: Operation,
    input: unknown,
    given: Partial<Context>,
  ): Promise<Came> {
    if (this.away) throw problem('service-unavailable', { service: 'bus' });
    const base = currentContext();
    const deadline = Math.min(base.deadline, Date.now() + operation.deadline);
    const context = { ...base, ...given, deadline };
    const timeout = deadline - Date.now();
    if (timeout <= 0) throw problem('deadline-exceeded', { operation: operation.subject });
    await endOfTurn();
    try {
      const message = await this.connection.request(operation.subject, encode(input).data, {
        timeout,
        headers: writeContext(context),
      });
      return { data: await this.answers.bytesOf(message), headers: message.headers };
    } catch (error) {
      throw this.problemOf(error, operation);
    }
  }

  private problemOf(error: unknown, { subject }: Operation) {
    const service = subject.split('.')[0];
    if (error instanceof errors.TimeoutError) {
      return this.away
        ? problem('service-unavailable', { service: 'bus' })
        : problem('deadline-exceeded', { operation: subject });
    }
    if (error instanceof errors.NoRespondersError || error instanceof errors.RequestError) {
      return problem('service-unavailable', { service });
    }
    if (error instanceof errors.ConnectionError || error instanceof errors.ClosedConnectionError) {
      return problem('service-unavailable', { service: 'bus' });
    }
    return error;
  }

  // While the bus is away requests would wait in a buffer; the caller is told at once instead.
  private async watch(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === 'disconnect') this.away = true;
      if (status.type === 'reconnect') this.away = false;
    }
  }
}
