import { getIncident, recordIncident, sendReport } from '@antt/contracts';
import { Problem, type ProblemBody } from '@antt/kernel';
import { call } from '../api.ts';
import { sendWaitingIncidentFile } from '../field/kept-file.ts';
import { dropFile, keptFile } from './entries.ts';
import type { Entry, EntryOf, KeptPhoto } from './entry.ts';
import { findEntry, putEntry } from './outbox.ts';
import { outcomeOf } from './outbox.rules.ts';

/** A way that neither answers nor breaks is given up, or it would hold up every tab. */
const patience = 30_000;
/** A photo of ten megabytes by a poor way. */
const photoPatience = 300_000;

/** Sends a part of an entry, and says what is left of it then; null: nothing, it is sent. */
export type Step = (entry: Entry) => Promise<Entry | null>;

/** Which part of an entry comes next. */
export const stepOf = (entry: Entry): Step =>
  entry.kind === 'incident' && entry.isRecorded ? sendPhotos : sendCommand;

/** What is said: the report, the record. */
export async function sendCommand(entry: Entry): Promise<Entry | null> {
  const { accountId } = entry;
  const how = { accountId, signal: AbortSignal.timeout(patience) };
  if (entry.kind === 'report') {
    await call(sendReport, entry.command, how);
    return null;
  }
  let isOtherwise = false;
  try {
    await call(recordIncident, entry.command, how);
  } catch (cause) {
    isOtherwise = cause instanceof Problem && cause.type === 'id-reused' && (await isThere(entry));
    if (!isOtherwise) throw cause;
  }
  if (!isOtherwise && entry.files.length === 0) return null;
  return { ...entry, state: 'waiting', isRecorded: true, isOtherwise, attempts: 0, problem: null };
}

/** Its answer was lost, and it was amended since: the record is there as it was first sent. */
const isThere = ({ command, accountId }: EntryOf<'incident'>) =>
  call(getIncident, { id: String(command.id) }, { accountId }).then(
    () => true,
    () => false,
  );

const own = (type: string): ProblemBody => ({ type, title: type, status: 409 });

/** Each photo under the id it got on the device; one that is refused holds up none of the others. */
export async function sendPhotos(entry: Entry): Promise<Entry | null> {
  if (entry.kind === 'report') return null;
  let left = entry.files;
  let problem: ProblemBody | null = null;
  for (const photo of entry.files) {
    const refused = await sendPhoto(entry, photo);
    problem ??= refused;
    if (refused) continue;
    left = left.filter(({ id }) => id !== photo.id);
    // The entry names it no more before it is gone: one that is named and missing was lost.
    const now = findEntry(entry.key);
    if (now?.changedAt === entry.changedAt)
      await putEntry({ ...entry, state: 'sending', files: left });
    await dropFile(photo.id).catch(() => undefined);
  }
  if (problem === null && entry.isOtherwise) problem = own('incident-is-recorded-otherwise');
  return problem && { ...entry, files: left, state: 'refused', problem };
}

/** Why a photo is not taken; null when it was. Throws what has nothing to do with it. */
async function sendPhoto(
  entry: EntryOf<'incident'>,
  photo: KeptPhoto,
): Promise<ProblemBody | null> {
  const { command, accountId } = entry;
  const file = await keptFile(entry, photo);
  if (!file) return own('photo-is-gone');
  const signal = AbortSignal.timeout(photoPatience);
  try {
    const sent = { id: photo.id, file, accountId, signal };
    await sendWaitingIncidentFile(String(command.id), sent);
    return null;
  } catch (cause) {
    if (cause instanceof Problem && outcomeOf(cause.body) === 'refused') return cause.body;
    throw cause;
  }
}
