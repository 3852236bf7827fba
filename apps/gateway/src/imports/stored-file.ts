import type { StoredFile } from '@antt/contracts';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to keep, under a name with diacritics (RFC 6266; plain letters for who knows only those). */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\x20-\x7e]|["\\;]/g, '');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** What a file made by a service is, by its name. */
function typeOf(name: string): string {
  if (name.endsWith('.xlsx')) return xlsx;
  return name.endsWith('.docx') ? docx : 'application/octet-stream';
}

/** Sends a file that is kept nowhere any more. */
export function sendOnce(
  reply: FastifyReply,
  { name }: StoredFile,
  bytes: Uint8Array,
): FastifyReply {
  return reply
    .header('content-type', typeOf(name))
    .header('content-disposition', attachment(name))
    .send(Buffer.from(bytes));
}

/** Streams a file of the object store to the caller. */
export function sendStored(
  reply: FastifyReply,
  { name, size }: StoredFile,
  bytes: ReadableStream<Uint8Array>,
): FastifyReply {
  return reply
    .header('content-type', typeOf(name))
    .header('content-length', size)
    .header('content-disposition', attachment(name))
    .send(Readable.fromWeb(bytes as NodeWebStream));
}
