import type { Entry } from './entry.ts';

/** What reached the server, as every tab is told: which entry, and as it stood when. */
export type Sent = Pick<Entry, 'key' | 'kind' | 'changedAt' | 'title'>;

const listeners = new Set<(sent: Sent) => void>();
const tabs =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('antt.outbox.sent');
const tell = (sent: Sent) => {
  for (const listener of listeners) listener(sent);
};
tabs?.addEventListener('message', ({ data }: MessageEvent<Sent>) => tell(data));
// Only Node knows this: what listens for other tabs keeps no test from ending.
(tabs as { unref?: () => void } | null)?.unref?.();

/** Tells of each entry that reached the server, whichever tab sent it. */
export function onSent(listener: (sent: Sent) => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function wasSent({ key, kind, changedAt, title }: Sent): void {
  tell({ key, kind, changedAt, title });
  tabs?.postMessage({ key, kind, changedAt, title } satisfies Sent);
}
