import { currentSession } from '../session/session.ts';

/** Tiles are asked for like everything else: on behalf of the signed-in account. */
export function transformRequest(url: string) {
  const session = currentSession();
  if (session.status !== 'signed-in' || !url.startsWith(`${location.origin}/api/`)) return { url };
  return { url, headers: { Authorization: `Bearer ${session.accessToken}` } };
}
