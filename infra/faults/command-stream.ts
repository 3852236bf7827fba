import { setTimeout as sleep } from 'node:timers/promises';

export type Refusal = { id: string; status: number; body: string };
export type Outcome = {
  /** Ids of the commands that were answered with success. */
  acknowledged: string[];
  /** Answers that a client must not repeat (4xx), or patience at its end. */
  refused: Refusal[];
  /** Answers and broken connections after which a client tried again, by what they were. */
  retried: Record<string, number>;
};

type Options<C> = {
  url: string;
  /** Below /api. */
  route: string;
  /** What of several commands one after the other go through one client; each by itself where left out. */
  lineOf?: (command: C) => string;
  token: string;
  clients?: number;
  patience?: number;
  /** Hears the number of commands acknowledged so far. */
  onAcknowledged?: (count: number) => void;
};

/**
 * Sends commands as a number of clients at once. Each makes the ids itself and repeats a command until it
 * hears an answer; the commands of one line go through one client, in their order.
 */
export async function sendCommands<C extends { id: string }>(
  commands: C[],
  options: Options<C>,
): Promise<Outcome> {
  const { clients = 8, patience = 90_000, onAcknowledged = () => {}, lineOf } = options;
  const outcome: Outcome = { acknowledged: [], refused: [], retried: {} };
  const lineOfOne = lineOf ?? (({ id }: C) => id);
  const lines = [...new Set(commands.map(lineOfOne))];
  const clientOf = new Map(lines.map((line, n) => [line, n % clients]));

  const send = async (command: C): Promise<void> => {
    for (const end = Date.now() + patience; ; await sleep(100 + Math.random() * 200)) {
      const { status, body, why } = await attempt(command, options);
      if (status === 201) {
        outcome.acknowledged.push(command.id);
        return onAcknowledged(outcome.acknowledged.length);
      }
      if ((status !== 0 && status < 500) || Date.now() > end) {
        outcome.refused.push({ id: command.id, status, body });
        return;
      }
      outcome.retried[why] = (outcome.retried[why] ?? 0) + 1;
    }
  };

  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (const command of commands) {
        if (clientOf.get(lineOfOne(command)) === client) await send(command);
      }
    }),
  );
  return outcome;
}

async function attempt<C>(
  command: C,
  { url, token, route }: Options<C>,
): Promise<{ status: number; body: string; why: string }> {
  try {
    const response = await fetch(`${url}/api${route}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(15_000),
    });
    const body = await response.text();
    const type = /"type":"([^"]+)"/.exec(body)?.[1] ?? '';
    return { status: response.status, body, why: `${response.status} ${type}`.trim() };
  } catch (error) {
    return { status: 0, body: String(error), why: 'connection' };
  }
}
