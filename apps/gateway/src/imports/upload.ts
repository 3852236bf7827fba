import { problem, type StoredFile } from '@antt/contracts';
import type { Files } from '@antt/service-kit';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { wrong } from '../operations/route.rules.ts';
import { fileNameOf } from './import.rules.ts';

export type Upload = { file: StoredFile; fields: ReadonlyMap<string, string> };

/**
 * Streams the form's one file into the object store and gathers its text fields. Whatever goes wrong on the
 * way, nothing stays in the store.
 */
export async function receiveUpload(
  request: FastifyRequest,
  files: Files,
  limit: number,
): Promise<Upload> {
  // A form that does not say where its parts begin has none.
  if (!/boundary=/i.test(request.headers['content-type'] ?? '')) throw problem('upload-missing');
  const fields = new Map<string, string>();
  let file: StoredFile | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') addField(fields, part);
      else if (part.fieldname !== 'file') throw wrong(part.fieldname, 'unrecognized_keys');
      else if (file) throw wrong('file', 'given-twice');
      else file = await store(part.file, part.filename, files, limit);
    }
    if (!file || file.size === 0) throw problem('upload-missing');
    return { file, fields };
  } catch (error) {
    // Where the bus went away it forgets the file by itself after a day.
    if (file) await files.delete(file).catch(() => {});
    discardRest(request);
    throw error;
  }
}

function addField(fields: Map<string, string>, part: Extract<Multipart, { type: 'field' }>): void {
  const { fieldname, value, valueTruncated } = part;
  if (fields.has(fieldname)) throw wrong(fieldname, 'given-twice');
  if (valueTruncated || typeof value !== 'string') throw wrong(fieldname, 'too_big');
  fields.set(fieldname, value);
}

async function store(
  source: Readable & { truncated?: boolean },
  name: string,
  files: Files,
  limit: number,
): Promise<StoredFile> {
  const bytes = Readable.toWeb(source) as ReadableStream<Uint8Array>;
  return files.put(fileNameOf(name), bytes, limit);
}

/** Lets the rest of a refused body run dry, so that the sender comes to read the answer. */
function discardRest({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}
