import { problem, type StoredFile } from '@antt/contracts';
import { type ObjectStore, Objm } from '@nats-io/obj';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';

const bucket = 'files';

/**
 * Files on their way between processes (uploads, error workbooks): the bus's object store, for a day. A
 * message carries only the name; what must last is copied by its owner into a table.
 */
export class Files {
  private readonly connection: NatsConnection;
  private opened: Promise<ObjectStore> | null = null;

  constructor(connection: NatsConnection) {
    this.connection = connection;
  }

  private store(): Promise<ObjectStore> {
    this.opened ??= new Objm(this.connection).create(bucket, { ttl: nanos(24 * 3_600_000) });
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }

  /** Stores a stream of bytes; refuses (and forgets) it past `limit` bytes. */
  async put(name: string, source: ReadableStream<Uint8Array>, limit: number): Promise<StoredFile> {
    const store = await this.store();
    const object = randomUUID();
    const counted = source.pipeThrough(meter(limit));
    const info = await store
      .put({ name: object }, counted, { timeout: 30_000 })
      .catch(async (error: unknown) => {
        await store.delete(object).catch(() => {});
        throw error;
      });
    return { object, name, size: info.size };
  }

  async get({ object }: StoredFile): Promise<ReadableStream<Uint8Array>> {
    const result = await (await this.store()).get(object);
    if (!result) throw problem('no-such-file', { object });
    return result.data;
  }

  async read(file: StoredFile): Promise<Uint8Array> {
    return new Uint8Array(await new Response((await this.get(file)) as BodyInit).arrayBuffer());
  }

  /** Reads what was put there for one answer; it does not stay. */
  async take(file: StoredFile): Promise<Uint8Array> {
    const bytes = await this.read(file);
    await this.delete(file).catch(() => {});
    return bytes;
  }

  async delete({ object }: StoredFile): Promise<void> {
    await (await this.store()).delete(object);
  }
}

function meter(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > limit) throw problem('upload-too-large', { limit });
      controller.enqueue(chunk);
    },
  });
}
