import { Pool } from 'undici';

export type Asker = {
  /** One request; resolves with its status and the bytes that came. */
  get: (path: string) => Promise<{ status: number; bytes: number }>;
  close: () => void;
};

/** Asks over connections that stay open, and throws the bodies away: the asker shares the cores. */
export function asker(url: string, token: string, clients: number): Asker {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
  const get = (path: string) =>
    new Promise<{ status: number; bytes: number }>((resolve, reject) => {
      let [status, bytes] = [0, 0];
      pool.dispatch(
        { method: 'GET', path, headers },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_, code) => void (status = code),
          onResponseData: (_, part) => void (bytes += part.length),
          onResponseEnd: () => resolve({ status, bytes }),
          onResponseError: (_, error) => reject(error),
        },
      );
    });
  return { get, close: () => void pool.destroy() };
}

/** So many at once for so long: the latency of each, in milliseconds, and how many a second. */
export async function during(
  seconds: number,
  clients: number,
  once: (client: number) => Promise<void>,
): Promise<{ latencies: number[]; rate: number }> {
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let at = performance.now(); at < end;) {
        await once(client);
        const now = performance.now();
        latencies.push(now - at);
        at = now;
      }
    }),
  );
  return { latencies, rate: (latencies.length * 1_000) / (performance.now() - began) };
}

export async function tokenOf(url: string, username: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const body = (await response.json()) as { accessToken?: string };
  if (!body.accessToken) throw new Error(`Signing in was answered with ${response.status}`);
  return body.accessToken;
}
