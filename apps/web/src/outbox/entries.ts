import { read, readAll, remove, write } from './device-store.ts';
import type { Entry, EntryState, KeptPhoto } from './entry.ts';
import { openBytes, seal, sealBytes, type Sealed, unseal } from './seal.ts';

/** Open is only what has to be counted without a key: whose it is and whether it waits. */
type Row = { key: string; accountId: string; state: EntryState; sealed: Sealed };
type FileRow = { id: string; entryKey: string; sealed: Sealed };

export type Found = {
  entries: Entry[];
  /** Of other accounts, which see them after signing in. */
  others: number;
  /** Whose key is gone: the browser threw part of its store away. */
  unreadable: number;
};

/** What an account wrote on this device, oldest first; of others the number alone. */
export async function entriesOf(accountId: string): Promise<Found> {
  const rows = await readAll<Row>('entries');
  const own = rows.filter((row) => row.accountId === accountId);
  const opened = await Promise.all(
    own.map(({ key, sealed }) => unseal<Entry>(accountId, key, sealed).catch(() => null)),
  );
  const entries = opened
    .filter((entry) => entry !== null)
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  return {
    entries,
    others: rows.length - own.length,
    unreadable: own.length - entries.length,
  };
}

export async function keepEntry(entry: Entry): Promise<void> {
  const { key, accountId, state } = entry;
  const sealed = await seal(accountId, key, entry);
  await write('entries', key, { key, accountId, state, sealed } satisfies Row);
}

export async function dropEntry({ key }: Pick<Entry, 'key'>): Promise<void> {
  await remove('entries', key);
  const files = await readAll<FileRow>('files');
  for (const { id, entryKey } of files) if (entryKey === key) await remove('files', id);
}

/** A photo that goes with an entry, kept beside it so that each keystroke need not write it again. */
export async function keepFile(
  entry: Pick<Entry, 'key' | 'accountId'>,
  id: string,
  file: Blob,
): Promise<void> {
  const sealed = await sealBytes(entry.accountId, id, await file.arrayBuffer());
  await write('files', id, { id, entryKey: entry.key, sealed } satisfies FileRow);
}

export async function keptFile(
  { accountId }: Pick<Entry, 'accountId'>,
  { id, name, type }: KeptPhoto,
): Promise<File | null> {
  const row = await read<FileRow>('files', id);
  return row ? new File([await openBytes(accountId, id, row.sealed)], name, { type }) : null;
}

export const dropFile = (id: string) => remove('files', id);
