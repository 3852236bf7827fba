import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { FileType, KeptFile } from '../file.ts';
import { StoredFile } from '../job.ts';
import type { Permission } from '../role.ts';

/**
 * What files are kept of a person, and what it takes beyond seeing the person to read them. A decision or a certificate tells what the profile
 * tells; what else may be kept may speak of health and offences, so it is for who may be told of both.
 */
export const personFileKinds = {
  portrait: [],
  decision: ['person-profile.read'],
  certificate: ['person-profile.read'],
  other: ['health.read', 'criminal-record.read'],
} as const satisfies Record<string, readonly Permission[]>;
export const PersonFileKind = z.enum(
  Object.keys(personFileKinds) as [
    keyof typeof personFileKinds,
    ...(keyof typeof personFileKinds)[],
  ],
);
export type PersonFileKind = z.infer<typeof PersonFileKind>;

/** Pictures and PDF. Of a person nothing is kept that could hold macros. */
export const PersonFileType = FileType.extract([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
]);
export type PersonFileType = z.infer<typeof PersonFileType>;

/** A portrait is a picture. */
export const typesOfPersonFile = (kind: PersonFileKind): readonly PersonFileType[] =>
  PersonFileType.options.filter((type) => kind !== 'portrait' || type.startsWith('image/'));

/** Bytes that a file of a person may have. */
export const personFileLimit = 10 * 1024 * 1024;

export const PersonFile = KeptFile.extend({
  personId: z.uuid(),
  kind: PersonFileKind,
  type: PersonFileType,
  /** Recorded by mistake; stays with the record, and is opened only by who may write it. */
  withdrawn: z.boolean(),
});
export type PersonFile = z.infer<typeof PersonFile>;

export const listPersonFiles = operation('personnel.person-file.list', {
  http: 'GET /people/:id/files',
  allow: 'person.read',
  summary:
    'Files of a person that the asker may read: portraits, decisions, certificates and others',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ items: z.array(PersonFile), withheld: z.array(PersonFileKind) }),
});

/** Sent by `POST /people/:personId/files?kind=` as one multipart field `file`. */
export const keepPersonFile = operation('personnel.person-file.keep', {
  allow: 'person.write',
  summary: 'Keep an uploaded file of a person that waits in the object store',
  input: z.strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    kind: PersonFileKind,
    file: StoredFile,
  }),
  output: PersonFile,
  deadline: 15_000,
});

/** Read by `GET /person-files/:id`. */
export const openPersonFile = operation('personnel.person-file.open', {
  allow: 'person.read',
  summary:
    'Put a file of a person into the object store, for an answer; it goes into the audit log',
  input: z.strictObject({ id: z.uuid() }),
  output: PersonFile.extend({ file: StoredFile }),
  deadline: 15_000,
});

const reason = z.string().trim().min(5).max(500);

export const withdrawPersonFile = operation('personnel.person-file.withdraw', {
  http: 'POST /person-files/:id/withdrawals',
  allow: 'person.write',
  summary: 'Withdraw a file that was kept by mistake',
  input: z.strictObject({ id: z.uuid(), reason }),
  output: PersonFile,
});

/** Facts about files of people tell neither their names nor their hashes. */
const about = z.object({ id: z.uuid(), personId: z.uuid(), kind: PersonFileKind });
export const personFileKept = event('personnel.person-file-kept.v1', about);
export const personFileOpened = event('personnel.person-file-opened.v1', about);
export const personFileWithdrawn = event(
  'personnel.person-file-withdrawn.v1',
  about.extend({ reason: z.string() }),
);
