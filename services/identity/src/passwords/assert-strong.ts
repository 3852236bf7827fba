import { problem } from '@antt/contracts';
import { weaknessOf } from './password.rules.ts';

/** Refuses a password that is too easy to guess. */
export function assertStrong(password: string, username: string): void {
  const reason = weaknessOf(password, username);
  if (reason) throw problem('password-too-weak', { reason });
}
