import { FileType, type KeptFile, problem, type StoredFile } from '@antt/contracts';
import { createHash } from 'node:crypto';
import type { Files } from '../files.ts';
import { fileTypeOf } from './file-type.rules.ts';

/** What is known of a file by its bytes, and the name that its sender gave it. */
export type TakenFile = Pick<KeptFile, 'name' | 'size' | 'sha256'> & { type: FileType };

type Accepted = {
  /** Types that may be kept; without it every one. */
  types?: readonly FileType[];
  /** Bytes that it may have; without it as many as the edge let through. */
  limit?: number;
};

/** Reads an uploaded file: its bytes decide what it is. Refuses what is not accepted. */
export async function takeFile(
  files: Files,
  stored: StoredFile,
  { types = FileType.options, limit = Infinity }: Accepted = {},
): Promise<{ about: TakenFile; bytes: Uint8Array }> {
  const { name } = stored;
  const bytes = await files.read(stored);
  if (bytes.length > limit) throw problem('upload-too-large', { limit });
  const type = fileTypeOf(bytes);
  if (!type || !types.includes(type)) {
    throw problem('file-type-not-allowed', { name, allowed: types });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { about: { name, type, size: bytes.length, sha256 }, bytes };
}

/** Puts the bytes of a kept file into the object store, for an answer. */
export function handFile(files: Files, name: string, bytes: Uint8Array): Promise<StoredFile> {
  return files.put(name, new Blob([bytes as BlobPart]).stream(), bytes.length);
}
