import { z } from 'zod';

/** What a file may be. Its bytes decide, not its name. */
export const FileType = z.enum([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
export type FileType = z.infer<typeof FileType>;

/** A file that stays: the scan of a document, the photo of a workplace, the portrait of a person. */
export const KeptFile = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  type: FileType,
  /** Bytes. */
  size: z.number().int(),
  /** Of its bytes, in hexadecimal digits. */
  sha256: z.string(),
  keptAt: z.string(),
});
export type KeptFile = z.infer<typeof KeptFile>;

/** The files that a command gives to what it is about; each was sent by `POST /files` before. */
export const FileIds = z.array(z.uuid()).max(50);
