import { problemFrom, type Problem } from '@antt/kernel';
import { useSyncExternalStore } from 'react';
import { connectionBack, connectionLost, onConnection } from '../connection.ts';
import { forgetAccount, rememberAccount } from './device.ts';

export type SessionAccount = {
  id: string;
  username: string;
  fullName: string;
  mustChangePassword: boolean;
};

export type Session =
  | { status: 'unknown' }
  | { status: 'signed-out'; ended: boolean }
  | { status: 'signed-in'; accessToken: string; account: SessionAccount };

type Opened = { accessToken: string; expiresIn: number; account: SessionAccount };

/** Only says that a refresh is worth trying: the secret itself is in a cookie no script can read. */
const hint = 'antt.signed-in';

let session: Session = { status: 'unknown' };
let refreshing: Promise<boolean> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: Session) {
  session = next;
  for (const listener of listeners) listener();
}

export function onSession(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const currentSession = () => session;
export const useSession = () => useSyncExternalStore(onSession, currentSession);

function opened({ accessToken, expiresIn, account }: Opened) {
  localStorage.setItem(hint, 'yes');
  rememberAccount(account.id);
  set({ status: 'signed-in', accessToken, account });
  clearTimeout(timer);
  // A minute early, so that tiles and live updates never meet an ended token.
  timer = setTimeout(
    () => void refresh().catch(connectionLost),
    Math.max(30, expiresIn - 60) * 1000,
  );
}

function closed(ended: boolean) {
  localStorage.removeItem(hint);
  clearTimeout(timer);
  set({ status: 'signed-out', ended });
}

async function post(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`/api${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    ...init,
    headers: { 'X-Requested-With': 'antt', ...init.headers },
  });
  connectionBack();
  return answer;
}

/** Signs in; throws the problem that stood in the way. */
export async function signIn(username: string, password: string): Promise<void> {
  const answer = await post('/sessions', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemFrom(body) satisfies Problem;
  opened(body as Opened);
}

/** Gets a new access token by the cookie; false when there is no session any more. */
export function refresh(): Promise<boolean> {
  refreshing ??= exchange().finally(() => (refreshing = null));
  return refreshing;
}

/** A way that neither answers nor breaks is no way: whatever needs a session waits for this answer. */
const patience = 30_000;

async function exchange(): Promise<boolean> {
  const answer = await post('/sessions/refresh', { signal: AbortSignal.timeout(patience) });
  if (answer.ok) {
    opened((await answer.json()) as Opened);
    return true;
  }
  if (answer.status < 500 && answer.status !== 429) closed(session.status === 'signed-in');
  return false;
}

/** First thing on every page: is there a session to go on with? */
export async function startSession(): Promise<void> {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === hint && newValue === null) closed(false);
  });
  if (localStorage.getItem(hint) === null) return set({ status: 'signed-out', ended: false });
  for (let wait = 1_000; session.status === 'unknown'; wait = Math.min(wait * 2, 10_000)) {
    await refresh().catch(connectionLost);
    if (currentSession().status === 'unknown') await connectionOr(wait);
  }
}

/** Waits for a time, or until the gateway answers again. */
const connectionOr = (wait: number) =>
  new Promise<void>((go) => {
    const stop = onConnection(() => go());
    setTimeout(go, wait);
    setTimeout(stop, wait);
  });

export async function signOut(): Promise<void> {
  const token = session.status === 'signed-in' ? session.accessToken : '';
  await post('/sessions/current', {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  forgetAccount();
  closed(false);
}

/** The first password was changed: the frame may open. */
export function passwordChanged() {
  if (session.status !== 'signed-in') return;
  set({ ...session, account: { ...session.account, mustChangePassword: false } });
}

/** The gateway says that the password must change before anything else. */
export function passwordMustChange() {
  if (session.status !== 'signed-in' || session.account.mustChangePassword) return;
  set({ ...session, account: { ...session.account, mustChangePassword: true } });
}
