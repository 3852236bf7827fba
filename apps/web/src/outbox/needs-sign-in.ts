import { useConnectionLost } from '../connection.ts';
import { useSession } from '../session/session.ts';

/** Somebody has to sign in before anything leaves, and could do so now. */
export function useNeedsSignIn(): boolean {
  const isOut = useSession().status === 'signed-out';
  const lost = useConnectionLost();
  return isOut && !lost;
}
