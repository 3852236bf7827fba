import { type FileNoun, KeptFile } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { request } from '../api.ts';
import { newId } from '../new-id.ts';

/** What the form to choose files offers; the server looks at the content. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx';

/** The most that is worth sending (FILE_LIMIT of the gateway, as delivered). */
export const fileLimit = 20 * 1024 * 1024;

/** Sends a file to be kept; a command then names its id in `fileIds`. */
export async function sendFile(noun: FileNoun, file: File): Promise<KeptFile> {
  const form = new FormData();
  form.set('file', file, file.name);
  const headers = { 'Idempotency-Key': newId() };
  const answer = await request(`/api/files?noun=${noun}`, { method: 'POST', headers, body: form });
  return KeptFile.parse(await answer.json());
}

/** Where a kept file is read. */
export const filePath = (id: string) => `/api/files/${id}`;

/** "1,4 MB" */
export function fileSize(intl: IntlShape, bytes: number): string {
  const unit = bytes < 1024 * 1024 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1024 : 1024 * 1024);
  return intl.formatNumber(size, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 });
}
