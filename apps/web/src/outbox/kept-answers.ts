import {
  getInstallation,
  getMe,
  getReport,
  listIncidentKinds,
  listIncidents,
  listReportingPeriods,
  listReports,
  listTeams,
  type Me,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isConnectionLost, onConnection } from '../connection.ts';
import { read, readAll, remove, write } from './device-store.ts';
import { setKeeper } from './keeping.ts';
import { seal, type Sealed, unseal } from './seal.ts';

/** What the pages that are written on ask, and nothing else: own periods, forms, Tổ and kinds of record. */
const subjects = new Set(
  [
    ...[getMe, getInstallation, listReportingPeriods, listReports, getReport],
    ...[listIncidentKinds, listIncidents, listTeams],
  ].map(({ subject }) => subject),
);

/** Where nobody can be asked about another day, what holds today is near enough: the service looks again. */
const alike = new Set([listTeams, listIncidentKinds].map(({ subject }) => subject));

type Row = { key: string; at: string; sealed: Sealed };
const days = 24 * 3_600_000;
/** A form of two months ago is no form to write in. */
const longest = 60 * days;

/** What was asked of today is asked of today tomorrow as well. */
const whenever = (input: object) =>
  'on' in input && input.on === today() ? { ...input, on: 'today' } : input;

const placeOf = (accountId: string, subject: string, input: object) =>
  `${accountId} ${hashKey([subject, whenever(input)])}`;

/** Given out of the store, and not answered by the server since. */
const served = new Set<string>();

let shownFrom: string | null = null;
const listeners = new Set<() => void>();
function setShownFrom(at: string | null) {
  shownFrom = at;
  for (const listener of listeners) listener();
}
onConnection(() => {
  if (!isConnectionLost()) setShownFrom(null);
});

/** Of which moment the oldest answer is that is shown instead of the server's; null: none is. */
export const useShownFrom = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => shownFrom,
  );

async function keep(accountId: string, subject: string, input: object, answer: unknown) {
  // What was searched for once is not asked for in the field.
  if (!subjects.has(subject) || 'q' in input) return;
  const key = placeOf(accountId, subject, input);
  served.delete(key);
  const row: Row = {
    ...{ key, at: new Date().toISOString() },
    sealed: await seal(accountId, key, answer),
  };
  await write('answers', key, row);
}

async function rowOf(accountId: string, subject: string, input: object) {
  const row = await read<Row>('answers', placeOf(accountId, subject, input));
  if (row || !alike.has(subject) || !('on' in input)) return row;
  return read<Row>('answers', placeOf(accountId, subject, { ...input, on: today() }));
}

async function kept(accountId: string, subject: string, input: object): Promise<unknown> {
  const row = await rowOf(accountId, subject, input);
  if (!row) return undefined;
  const answer = await unseal(accountId, row.key, row.sealed).catch(() => undefined);
  if (answer === undefined) return undefined;
  served.add(placeOf(accountId, subject, input));
  if (shownFrom === null || row.at < shownFrom) setShownFrom(row.at);
  return answer;
}

/** From now on the answers of the pages that are written on are kept for this account. */
export function keepFor(accountId: string): void {
  setKeeper({
    accountId,
    keep: (...asked) => void keep(accountId, ...asked).catch(() => undefined),
    kept: (...asked) => kept(accountId, ...asked).catch(() => undefined),
  });
}

/** Keeps what was answered before it was known that this account keeps anything. */
export function keepAnswered(queries: QueryClient, accountId: string): void {
  for (const { queryKey, state } of queries.getQueryCache().getAll()) {
    const [subject, input, pages] = queryKey as [string, object, string?];
    const { data } = state;
    if (data === undefined || !subjects.has(subject)) continue;
    if (served.has(placeOf(accountId, subject, input))) continue;
    const answer = pages ? (data as { pages: unknown[] }).pages[0] : data;
    void keep(accountId, subject, input, answer).catch(() => undefined);
  }
}

/** Who this device's account is and what it may, as the server last said; null where that is not known. */
export async function keptMe(accountId: string): Promise<Me | null> {
  const me = (await kept(accountId, getMe.subject, {})) as Me | undefined;
  // The pages ask right after this, and nobody may be there to answer them.
  if (me) keepFor(accountId);
  return me ?? null;
}

export async function forgetOldAnswers(now = Date.now()): Promise<void> {
  const oldest = new Date(now - longest).toISOString();
  for (const { key, at } of await readAll<Row>('answers')) {
    if (at < oldest) await remove('answers', key);
  }
}
