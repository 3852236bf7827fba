import { useEffect, useSyncExternalStore } from 'react';
import { rememberUnsent } from '../session/device.ts';
import { dropEntry, entriesOf, type Found, keepEntry } from './entries.ts';
import type { Entry } from './entry.ts';
import { onSent } from './sent.ts';

/** The queue of one account as this tab sees it; null until it is read. */
export type Outbox = Found & {
  accountId: string;
  /** The device had no room: what is on the screen is kept by the screen alone. */
  isFull: boolean;
};

let outbox: Outbox | null = null;
/** One write after the other, so that the last keystroke is what stays. */
let writing: Promise<unknown> = Promise.resolve();
/** What the device did not take: laid over what it gives, until it takes it or it is sent or discarded. */
const held = new Map<string, Entry>();
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

const inOrder = (entries: readonly Entry[]) =>
  entries.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));

/** What another tab wrote later goes before what is held here. */
function withHeld(entries: readonly Entry[], accountId: string): Entry[] {
  const all = new Map(entries.map((one) => [one.key, one]));
  for (const one of held.values()) {
    const known = all.get(one.key);
    if (one.accountId !== accountId) continue;
    if (!known || known.changedAt <= one.changedAt) all.set(one.key, one);
  }
  return inOrder([...all.values()]);
}

/** Reads what the account has on this device, after what this tab is about to write. */
export async function openOutbox(accountId: string): Promise<void> {
  let before: unknown;
  let found: Found | null;
  do {
    before = writing;
    await before;
    found = await entriesOf(accountId).catch(() => null);
  } while (before !== writing);
  // What cannot be read now was read before, as far as this tab knows.
  const last = outbox?.accountId === accountId ? outbox : null;
  const { entries, others, unreadable } = found ?? last ?? nothing;
  const isFull = found === null || (last?.isFull ?? false);
  set({ accountId, others, unreadable, entries: withHeld(entries, accountId), isFull });
}

/** There was no room: said until something finds room again. */
export function deviceIsFull() {
  if (outbox && !outbox.isFull) set({ ...outbox, isFull: true });
}

function write(change: () => Promise<void>): Promise<void> {
  const written = writing.then(change).then(
    () => true,
    () => false,
  );
  writing = written;
  return written.then((isWritten) => {
    const isFull = !isWritten || held.size > 0;
    if (outbox && outbox.isFull !== isFull) set({ ...outbox, isFull });
    tabs?.postMessage('changed');
  });
}

/** Where there was room for one, there may be room for those that found none. */
async function keepHeld() {
  for (const one of held.values()) {
    await keepEntry(one);
    if (held.get(one.key) === one) held.delete(one.key);
  }
}

onSent(({ key, changedAt }) => {
  if (held.get(key)?.changedAt === changedAt) held.delete(key);
});

function replace(key: string, entry: Entry | null) {
  if (!outbox) return;
  const others = outbox.entries.filter((one) => one.key !== key);
  const entries = entry && entry.accountId === outbox.accountId ? [...others, entry] : others;
  set({ ...outbox, entries: inOrder(entries) });
}

/** Seen at once, written behind it. */
export function putEntry(entry: Entry): Promise<void> {
  replace(entry.key, entry);
  return write(async () => {
    held.set(entry.key, entry);
    await keepEntry(entry);
    held.delete(entry.key);
    await keepHeld().catch(() => undefined);
  });
}

export function removeEntry(entry: Pick<Entry, 'key'>): Promise<void> {
  replace(entry.key, null);
  return write(async () => {
    held.delete(entry.key);
    await dropEntry(entry);
  });
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
