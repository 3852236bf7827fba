import {
  type FileNoun,
  type IncidentFile,
  KeptFile,
  type PersonFile,
  type PersonFileKind,
} from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { request } from '../api.ts';
import { newId } from '../new-id.ts';

/** What the form to choose files offers; the server looks at the content. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx';

/** The most that is worth sending (FILE_LIMIT of the gateway, as delivered). */
export const fileLimit = 20 * 1024 * 1024;

/** Sends a file to be kept; a command then names its id in `fileIds`. */
export async function sendFile(noun: FileNoun, file: File): Promise<KeptFile> {
  return KeptFile.parse(await post(`/api/files?noun=${noun}`, file));
}

/** Sends a file of a person, which is kept with the record at once. */
export async function sendPersonFile(
  personId: string,
  kind: PersonFileKind,
  file: File,
): Promise<PersonFile> {
  return (await post(`/api/people/${personId}/files?kind=${kind}`, file)) as PersonFile;
}

/** Sends evidence of a record of the log, which is kept with it at once. */
export async function sendIncidentFile(incidentId: string, file: File): Promise<IncidentFile> {
  return (await post(`/api/incidents/${incidentId}/files`, file)) as IncidentFile;
}

/** The same of a file that waited on the device: under the id it was given there, so that it is kept once. */
export async function sendWaitingIncidentFile(
  incidentId: string,
  { id, file, ...how }: { id: string; file: File; accountId: string; signal: AbortSignal },
): Promise<void> {
  await post(`/api/incidents/${incidentId}/files?id=${id}`, file, how);
}

async function post(
  path: string,
  file: File,
  { accountId, signal }: { accountId?: string; signal?: AbortSignal } = {},
): Promise<unknown> {
  const form = new FormData();
  form.set('file', file, file.name);
  const headers = { 'Idempotency-Key': newId() };
  const init = { method: 'POST', headers, body: form, ...(signal && { signal }) };
  const answer = await request(path, init, accountId);
  return answer.json();
}

/** Where a kept file is read. */
export const filePath = (id: string) => `/api/files/${id}`;
export const incidentFilePath = (id: string) => `/api/incident-files/${id}`;
export const personFilePath = (id: string) => `/api/person-files/${id}`;

/** "1,4 MB" */
export function fileSize(intl: IntlShape, bytes: number): string {
  const unit = bytes < 1024 * 1024 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1024 : 1024 * 1024);
  return intl.formatNumber(size, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 });
}
