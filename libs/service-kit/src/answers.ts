import { problem } from '@antt/contracts';
import {
  headers as natsHeaders,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
} from '@nats-io/transport-node';
import { answerSerializer } from './codec.ts';
import { Files } from './files.ts';

/** Names the object that an answer lies in, where the message could not hold it. */
const placeHeader = 'antt-answer-in';

/** The bus counts headers as part of a message; ours are shorter than this. */
const roomForHeaders = 1_024;

/**
 * Answers of any size. The bus refuses a message beyond its `max_payload` and the asker would wait in vain, so
 * a larger answer goes through the object store, like a file, and the message says where it lies.
 */
export class Answers {
  private readonly connection: NatsConnection;
  private readonly files: Files;

  constructor(connection: NatsConnection, files = new Files(connection)) {
    this.connection = connection;
    this.files = files;
  }

  /** Sends the answer to a question; `packet` is what Nest hands to a serializer. */
  async send(message: Msg, packet: { response?: unknown; err?: unknown }): Promise<void> {
    const { data, headers } = answerSerializer.serialize(packet);
    const most = (this.connection.info?.max_payload ?? Infinity) - roomForHeaders;
    if (data.length <= most) {
      message.respond(data, { headers });
      return;
    }
    try {
      const bytes = new Blob([data as Uint8Array<ArrayBuffer>]).stream();
      const { object } = await this.files.put('answer', bytes, data.length);
      const placed = headers ?? natsHeaders();
      placed.set(placeHeader, object);
      message.respond(new Uint8Array(), { headers: placed });
    } catch {
      const response = problem('service-unavailable', { service: 'bus' });
      const told = answerSerializer.serialize({ response });
      message.respond(told.data, { headers: told.headers });
    }
  }

  /** The bytes of an answer that came, wherever they lie. */
  async bytesOf({ data, headers }: { data: Uint8Array; headers?: MsgHdrs }): Promise<Uint8Array> {
    const object = headers?.get(placeHeader);
    if (!object) return data;
    const place = { object, name: 'answer', size: 0 };
    const whole = await this.files.read(place);
    // It was put there for this answer; what nobody deletes goes after a day.
    void this.files.delete(place).catch(() => {});
    return whole;
  }
}
