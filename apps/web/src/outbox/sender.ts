import {
  getIncident,
  getReport,
  listCompleteness,
  listIncidentPoints,
  listIncidents,
  listReports,
} from '@antt/contracts';
import { Problem, type Operation } from '@antt/kernel';
import { noConnection } from '../api.ts';
import { isConnectionLost, onConnection } from '../connection.ts';
import { currentSession, onSession } from '../session/session.ts';
import type { Entry, EntryKind } from './entry.ts';
import { currentOutbox, findEntry, openOutbox, putEntry, removeEntry } from './outbox.ts';
import { dueOf, outcomeOf, type Outcome, pauseAfter } from './outbox.rules.ts';
import { onSent, wasSent } from './sent.ts';
import { sendCommand, sendPhotos, type Step, stepOf } from './steps.ts';

/** What was sent makes these answers old. */
export const madeOld: Record<EntryKind, Operation[]> = {
  report: [getReport, listReports, listCompleteness],
  incident: [listIncidents, listIncidentPoints, getIncident],
};

/** Why an account's entries cannot leave now; null when they can. */
export function hindrance(accountId: string): 'later' | 'sign-in' | null {
  const session = currentSession();
  if (session.status === 'unknown') return 'later';
  const isOwn = session.status === 'signed-in' && session.account.id === accountId;
  return isOwn && !session.account.mustChangePassword ? null : 'sign-in';
}

/** What was written on meanwhile is another thing: it stays as it is. */
const isAsSent = ({ key, changedAt }: Entry) => findEntry(key)?.changedAt === changedAt;

async function sendOne(entry: Entry, step: Step): Promise<Outcome | 'recorded'> {
  await putEntry({ ...entry, state: 'sending' });
  try {
    const left = await step(entry);
    if (left) {
      if (isAsSent(entry)) await putEntry(left);
      return left.state === 'refused' ? 'refused' : 'recorded';
    }
  } catch (cause) {
    const { body } = cause instanceof Problem ? cause : noConnection();
    const outcome = outcomeOf(body);
    const attempts = entry.attempts + (outcome === 'later' ? 1 : 0);
    const problem = outcome === 'sign-in' ? null : body;
    const state = outcome === 'refused' ? 'refused' : 'waiting';
    // As it is by now: a record may be there while its photos are not.
    const now = findEntry(entry.key);
    if (now && isAsSent(entry)) await putEntry({ ...now, state, attempts, problem });
    return outcome;
  }
  if (isAsSent(entry)) await removeEntry(entry);
  wasSent(entry);
  return 'sent';
}

let timer: ReturnType<typeof setTimeout> | undefined;

async function sendAll(): Promise<void> {
  clearTimeout(timer);
  const accountId = currentOutbox()?.accountId;
  if (accountId === undefined) return;
  // Another tab may have sent them while this one waited for its turn.
  await openOutbox(accountId);
  const due = (step: Step) =>
    dueOf(currentOutbox()?.entries ?? [], accountId).filter((one) => stepOf(one) === step);
  // Photos are heavy and may stall: what is said goes before all of them.
  for (const step of [sendCommand, sendPhotos]) {
    for (const { key } of due(step)) {
      if (hindrance(accountId)) return;
      // Taken back while those before it were sent.
      const entry = due(step).find((one) => one.key === key);
      if (!entry) continue;
      const outcome = await sendOne(entry, step);
      if (outcome === 'sign-in') return;
      if (outcome !== 'later') continue;
      clearTimeout(timer);
      timer = setTimeout(() => void sendWaiting(), pauseAfter(entry.attempts + 1));
      // Where nobody answers, the next one would wait in vain as well; of one that the server trips over, not.
      if (findEntry(entry.key)?.problem?.status !== 500) return;
    }
  }
}

/** One tab at a time: who comes second finds sent what the first one sent. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('antt.outbox', work) : work();

let current: Promise<void> | null = null;
let next: Promise<void> | null = null;

/** Sends what waits, oldest first; asked while it is at it, once more afterwards. */
export function sendWaiting(): Promise<void> {
  if (!current) {
    current = inTurn(sendAll).finally(() => (current = null));
    return current;
  }
  next ??= current.then(() => {
    next = null;
    return sendWaiting();
  });
  return next;
}

/** Another tab says that it sent something a moment after its queue has it no more. */
const moment = 1_000;

/** Puts an entry into the queue and tries at once; what cannot leave now leaves later by itself. */
export async function deliver(entry: Entry): Promise<Outcome> {
  const { key, changedAt } = entry;
  let isSent = false;
  let told = () => {};
  const stop = onSent((sent) => {
    if (sent.key !== key || sent.changedAt !== changedAt) return;
    isSent = true;
    told();
  });
  try {
    await putEntry({ ...entry, state: 'waiting', attempts: 0, problem: null });
    await sendWaiting();
    // That it is not there says nothing: it was sent when a tab says so.
    if (!isSent && !findEntry(key)) {
      await new Promise<void>((go) => {
        told = go;
        setTimeout(go, moment);
      });
    }
  } finally {
    stop();
  }
  if (isSent) return 'sent';
  if (findEntry(key)?.state === 'refused') return 'refused';
  return hindrance(entry.accountId) ?? 'later';
}

/** Tries again whenever it may have become possible, for as long as a page is open. */
export function startSending(): () => void {
  const tryAgain = () => {
    if (document.visibilityState === 'visible' && !isConnectionLost()) void sendWaiting();
  };
  const stopConnection = onConnection(tryAgain);
  const stopSession = onSession(tryAgain);
  addEventListener('online', tryAgain);
  document.addEventListener('visibilitychange', tryAgain);
  tryAgain();
  return () => {
    stopConnection();
    stopSession();
    removeEventListener('online', tryAgain);
    document.removeEventListener('visibilitychange', tryAgain);
    clearTimeout(timer);
  };
}
