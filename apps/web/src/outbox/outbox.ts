import { useEffect, useSyncExternalStore } from 'react';
import { rememberUnsent } from '../session/device.ts';
import { dropEntry, entriesOf, type Found, keepEntry } from './entries.ts';
import type { Entry } from './entry.ts';

/** The queue of one account as this tab sees it; null until it is read. */
export type Outbox = Found & {
  accountId: string;
  /** The device had no room: what is on the screen is kept by the screen alone. */
  isFull: boolean;
};

let outbox: Outbox | null = null;
/** One write after the other, so that the last keystroke is what stays. */
let writing: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('antt.outbox');
tabs?.addEventListener('message', () => outbox && void openOutbox(outbox.accountId));
// Only Node knows this: what listens for other tabs keeps no test from ending.
(tabs as { unref?: () => void } | null)?.unref?.();

function set(next: Outbox | null) {
  outbox = next;
  if (next) rememberUnsent(next.accountId, next.entries.length);
  for (const listener of listeners) listener();
}

export const currentOutbox = () => outbox;

export function onOutbox(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Of a store that cannot be read: what is written is kept by the screen alone, and the bar says so. */
const nothing: Found = { entries: [], others: 0, unreadable: 0 };

/** Reads what the account has on this device, after what this tab is about to write. */
export async function openOutbox(accountId: string): Promise<void> {
  let before: unknown;
  let found: Found;
  do {
    before = writing;
    await before;
    found = await entriesOf(accountId).catch(() => nothing);
  } while (before !== writing);
  const wasFull = outbox?.accountId === accountId && outbox.isFull;
  set({ ...found, accountId, isFull: found === nothing || wasFull });
}

function write(change: () => Promise<void>): Promise<void> {
  const written = writing.then(change).then(
    () => true,
    () => false,
  );
  writing = written;
  return written.then((isWritten) => {
    if (outbox && outbox.isFull === isWritten) set({ ...outbox, isFull: !isWritten });
    tabs?.postMessage('changed');
  });
}

function replace(key: string, entry: Entry | null) {
  if (!outbox) return;
  const others = outbox.entries.filter((one) => one.key !== key);
  const entries = entry && entry.accountId === outbox.accountId ? [...others, entry] : others;
  set({ ...outbox, entries: entries.sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1)) });
}

/** Seen at once, written behind it. */
export function putEntry(entry: Entry): Promise<void> {
  replace(entry.key, entry);
  return write(() => keepEntry(entry));
}

export function removeEntry(entry: Pick<Entry, 'key'>): Promise<void> {
  replace(entry.key, null);
  return write(() => dropEntry(entry));
}

export const findEntry = (key: string) => outbox?.entries.find((one) => one.key === key);

/** The account's queue, read when it is first asked for. */
export function useOutbox(accountId: string): Outbox | null {
  const known = useSyncExternalStore(onOutbox, currentOutbox);
  const isOwn = known?.accountId === accountId;
  useEffect(() => {
    if (!isOwn) void openOutbox(accountId);
  }, [accountId, isOwn]);
  return isOwn ? known : null;
}
