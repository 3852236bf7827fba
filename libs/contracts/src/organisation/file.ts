import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { KeptFile } from '../file.ts';
import { StoredFile } from '../job.ts';
import { type Permission } from '../role.ts';

/**
 * What files are kept for, and who may read and bring them. A file is sent by `POST /files?noun=` (one multipart
 * field `file`, the answer is a `KeptFile`) and read by `GET /files/:id`. Until a command names its id in
 * `fileIds`, only its sender may read it, and it goes after a day; from then on it is read by whoever may read
 * what it belongs to. To let another noun have files: a line here, its reader in
 * `services/organisation/src/files/file-readers.ts`, and `fileIds` in its command, which the service hands to
 * `attachFiles(tx, noun, id, fileIds)`; `filesOf(db, noun, ids)` answers them again.
 */
export const fileNouns = {
  instrument: { read: 'instrument.read', write: 'instrument.record' },
  proposal: { read: 'proposal.read', write: 'proposal.write' },
  reorganisation: { read: 'unit.write', write: 'unit.write' },
  team: { read: 'team.read', write: 'team.write' },
  workplace: { read: 'workplace.read', write: 'workplace.write' },
} as const satisfies Record<string, { read: Permission; write: Permission }>;
export const FileNoun = z.enum(
  Object.keys(fileNouns) as [keyof typeof fileNouns, ...(keyof typeof fileNouns)[]],
);
export type FileNoun = z.infer<typeof FileNoun>;

export const keepFile = operation('organisation.file.keep', {
  allow: 'signed-in',
  summary: 'Keep an uploaded file that waits in the object store',
  input: z.strictObject({ id: z.uuid(), noun: FileNoun, file: StoredFile }),
  output: KeptFile,
  deadline: 15_000,
});

export const openFile = operation('organisation.file.open', {
  allow: 'signed-in',
  summary: 'Put a file into the object store, for an answer',
  input: z.strictObject({ id: z.uuid(), known: z.string().max(100).optional() }),
  output: KeptFile.extend({
    /** Null where the asker has these bytes already (`known` is their sha256). */
    file: StoredFile.nullable(),
  }),
  deadline: 15_000,
});

export const fileKept = event('organisation.file-kept.v1', KeptFile.extend({ noun: FileNoun }));

const attachment = z.object({ noun: FileNoun, nounId: z.uuid(), fileIds: z.array(z.uuid()) });
export const filesAttached = event('organisation.files-attached.v1', attachment);
export const filesDetached = event('organisation.files-detached.v1', attachment);
