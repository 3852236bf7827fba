import { setTimeout as sleep } from 'node:timers/promises';

export type Answer = {
  status: number;
  type: string | null;
  retryAfter: string | null;
  milliseconds: number;
};

/** Asks one question that a service must answer, and how long the answer took; then pauses a little. */
export async function probe(url: string, token: string): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(`${url}/api/units?on=2024-07-01&limit=1`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(15_000),
  });
  const body = (await response.json()) as { type?: string };
  const milliseconds = performance.now() - began;
  await sleep(100);
  return {
    status: response.status,
    type: body.type ?? null,
    retryAfter: response.headers.get('retry-after'),
    milliseconds,
  };
}
