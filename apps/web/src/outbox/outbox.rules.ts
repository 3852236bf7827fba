import type { ProblemBody } from '@antt/kernel';

type Waits = { accountId: string; state: string; madeAt: string };

/** `later`: the way or the server failed; `sign-in`: it must be known who sends; `refused`: what is said is not taken. */
export type Outcome = 'sent' | 'later' | 'sign-in' | 'refused';

/** What a failed sending means for what was to be sent; only a refusal asks for its writer. */
export function outcomeOf({ type, status }: ProblemBody): Exclude<Outcome, 'sent'> {
  if (status === 401 || type === 'password-change-required') return 'sign-in';
  const isPassing = status === 0 || status >= 500 || [408, 425, 429].includes(status);
  return isPassing ? 'later' : 'refused';
}

/** Milliseconds until it is tried again: soon at first, at most every five minutes. */
export const pauseAfter = (attempts: number) =>
  Math.min(5_000 * 2 ** Math.max(0, attempts - 1), 300_000);

/**
 * What an account has to send, in the order in which it was written. `sending` is there too: whoever may send
 * holds the lock of all tabs, so that a tab that was at it is gone.
 */
export function dueOf<One extends Waits>(entries: readonly One[], accountId: string): One[] {
  return entries
    .filter((one) => one.accountId === accountId)
    .filter(({ state }) => state === 'waiting' || state === 'sending')
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
}

const written = [/^\/reports(\/|$)/, /^\/incidents(\/|$)/, /^\/outbox$/];

/** Pages on which somebody writes: an ended session does not take them away. */
export const isWrittenOn = (pathname: string) => written.some((one) => one.test(pathname));

/** Who writes what may have to wait. */
export const writes = (permissions: readonly string[]) =>
  permissions.includes('report.write') || permissions.includes('incident.write');

/** Who writes where things happen takes pages and answers along on the device; who lays down the forms sits at a desk. */
export const takesAlong = (permissions: readonly string[]) =>
  permissions.includes('incident.write') && !permissions.includes('indicator.write');

type Standing = {
  status: 'unknown' | 'signed-out' | 'signed-in';
  device: { accountId: string; unsent: number } | null;
  pathname: string;
  isLost: boolean;
};

/**
 * Whose page stands though the server has not said so: nobody can be asked, or the session ended over something
 * that is not sent, on a page where it is written.
 */
export function awayAccount({ status, device, pathname, isLost }: Standing): string | null {
  if (!device || status === 'signed-in') return null;
  if (isLost) return device.accountId;
  const isWriting = status === 'signed-out' && device.unsent > 0 && isWrittenOn(pathname);
  return isWriting ? device.accountId : null;
}
