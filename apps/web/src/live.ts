import type { Job } from '@antt/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from './api.ts';
import { mapHasChanged } from './map/map-version.ts';

export type LiveMessage = { event: string; data: string };

/** Takes whole messages off the front of a server-sent stream; the rest waits for more bytes. */
export function takeMessages(buffer: string): { messages: LiveMessage[]; rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const messages = blocks.flatMap((block) => {
    const lines = block.split('\n');
    const field = (name: string) =>
      lines
        .filter((line) => line.startsWith(`${name}:`))
        .map((line) => line.slice(name.length + 1).trim());
    const data = field('data').join('\n');
    return data === '' ? [] : [{ event: field('event')[0] ?? 'message', data }];
  });
  return { messages, rest };
}

type Jobs = { items: Job[] };

/** Progress comes many times a second: the list is written in place, and asked for only when it must be. */
function onJob(queries: QueryClient, job: Job) {
  queries.setQueryData(['job', job.id], job);
  const known = queries.getQueryData<Jobs>(['jobs']);
  const before = known?.items.find(({ id }) => id === job.id);
  if (!before || before.status !== job.status) {
    void queries.invalidateQueries({ queryKey: ['jobs'] });
  } else {
    const items = known!.items.map((one) => (one.id === job.id ? { ...job, problems: [] } : one));
    queries.setQueryData<Jobs>(['jobs'], { ...known!, items });
  }
}

/** Which answers a change makes old. Coverage and the map's days follow from everything. */
function onMessage(queries: QueryClient, { event, data }: LiveMessage) {
  if (event === 'access') void queries.invalidateQueries({ queryKey: ['identity.me.get'] });
  if (event === 'changed') {
    mapHasChanged();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => /^(organisation\.|personnel\.work\.)/.test(String(queryKey[0])),
    });
  }
  // From our own gateway, and so as it says, like every answer (see `call` of api.ts).
  if (event === 'job') onJob(queries, JSON.parse(data) as Job);
}

async function listen(queries: QueryClient, signal: AbortSignal) {
  const answer = await request('/api/live', { signal, headers: { Accept: 'text/event-stream' } });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const { messages, rest } = takeMessages(buffer + part.value);
    buffer = rest;
    for (const message of messages) onMessage(queries, message);
  }
}

/** Keeps the live stream open while somebody is signed in, and opens it again when it breaks. */
export function useLive(isSignedIn: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const stop = new AbortController();
    void (async () => {
      for (let wait = 1_000; !stop.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
        const started = Date.now();
        await listen(queries, stop.signal).catch(() => null);
        if (Date.now() - started > 60_000) wait = 1_000;
        if (!stop.signal.aborted) await new Promise((go) => setTimeout(go, wait));
      }
    })();
    return () => stop.abort();
  }, [queries, isSignedIn]);
}
