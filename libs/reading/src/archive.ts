import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { megabytes, type ReadingLimits, readingLimits } from './reading-limit.ts';
import { UnreadableFile } from './reading-problem.ts';

export { readingLimits } from './reading-limit.ts';

/** Zip archives begin so, and with them .xlsx and zipped shapefiles. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The entries of a zip that `wanted` asks for, inflated. The directory is judged before anything is
 * inflated, and inflating stops where an entry grows beyond what the directory says of it.
 */
export async function readArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ReadingLimits = readingLimits,
): Promise<Map<string, Uint8Array>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer).catch(damaged);
  const entries = await judgedEntries(zip, limits);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (wanted(entry.fileName)) parts.set(entry.fileName, await inflate(zip, entry));
  }
  return parts;
}

async function judgedEntries(zip: ZipFile, limits: ReadingLimits): Promise<Entry[]> {
  const limit = limits.archiveEntries;
  if (zip.entryCount > limit) {
    throw new UnreadableFile('archive-too-many-entries', { entries: zip.entryCount, limit });
  }
  const entries = new Map<string, Entry>();
  let size = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      // two entries of one name are read differently by different programs
      if (entries.has(entry.fileName)) return damaged();
      entries.set(entry.fileName, entry);
      size += entry.uncompressedSize;
    }
  } catch {
    return damaged();
  }
  if (size > limits.archiveBytes) {
    const members = { size: megabytes(size), limit: megabytes(limits.archiveBytes) };
    throw new UnreadableFile('archive-too-large', members);
  }
  return [...entries.values()];
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new UnreadableFile('archive-encrypted', { entry: entry.fileName });
  try {
    const chunks: Uint8Array[] = [];
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  } catch (error) {
    if (!/bytes in the stream/u.test(String(error))) return damaged();
    throw new UnreadableFile('archive-lies-about-its-size', { entry: entry.fileName });
  }
}

function damaged(): never {
  throw new UnreadableFile('archive-damaged');
}
