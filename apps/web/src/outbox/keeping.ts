import { Problem, type Operation, type Output } from '@antt/kernel';
import { call, type Question } from '../api.ts';
import { currentSession } from '../session/session.ts';

/** Keeps answers on the device, and gives them back while the server cannot be asked. */
export type Keeper = {
  /** Whose answers they are. */
  accountId: string;
  keep: (operation: string, input: object, answer: unknown) => void;
  /** Undefined where it was never asked for. */
  kept: (operation: string, input: object) => Promise<unknown>;
};

let keeper: Keeper | null = null;
/** Only who writes in the field keeps anything; the code for it comes when that is known. */
export const setKeeper = (next: Keeper | null) => (keeper = next);

/** Nobody answered, or nobody is signed in: what is known already is better than nothing. */
const isAway = (problem: unknown) =>
  problem instanceof Problem && (problem.status === 0 || problem.status === 401);

function isSignedInAs(accountId: string | undefined): boolean {
  const session = currentSession();
  return session.status === 'signed-in' && session.account.id === accountId;
}

/** An answer of the server; without it, the one this device kept. */
export async function ask<O extends Operation>(
  operation: O,
  input: Question<O>,
  signal?: AbortSignal,
): Promise<Output<O>> {
  const { subject } = operation;
  // Whoever asked keeps the answer, though somebody else may be at the device when it comes.
  const own = keeper;
  const asksItself = isSignedInAs(own?.accountId);
  try {
    const answer = await call(operation, input, { signal });
    // What another account was answered, which signed in by another tab, is not this one's.
    if (asksItself && isSignedInAs(own?.accountId)) own?.keep(subject, input as object, answer);
    return answer;
  } catch (problem) {
    const kept = isAway(problem) ? await own?.kept(subject, input as object) : undefined;
    if (kept === undefined) throw problem;
    return kept as Output<O>;
  }
}
