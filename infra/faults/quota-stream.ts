import { setTimeout as sleep } from 'node:timers/promises';

export type QuotaCommand = {
  id: string;
  unitId: string;
  instrumentId: string;
  teams: number;
  members: number;
  validFrom: string;
};
export type Refusal = { id: string; status: number; body: string };
export type Outcome = {
  /** Ids of the commands that were answered with success. */
  acknowledged: string[];
  /** Answers that a client must not repeat (4xx), or patience at its end. */
  refused: Refusal[];
  /** Answers and broken connections after which a client tried again, by what they were. */
  retried: Record<string, number>;
};

type Options = {
  url: string;
  token: string;
  clients?: number;
  patience?: number;
  /** Hears the number of commands acknowledged so far. */
  onAcknowledged?: (count: number) => void;
};

/**
 * Sends commands as a number of clients at once. Each makes the ids itself and repeats a command until it
 * hears an answer; the commands of one commune go through one client, in their order.
 */
export async function sendQuotas(commands: QuotaCommand[], options: Options): Promise<Outcome> {
  const { clients = 8, patience = 90_000, onAcknowledged = () => {} } = options;
  const outcome: Outcome = { acknowledged: [], refused: [], retried: {} };
  const units = [...new Set(commands.map(({ unitId }) => unitId))];
  const clientOf = new Map(units.map((unit, n) => [unit, n % clients]));

  const send = async (command: QuotaCommand): Promise<void> => {
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
        if (clientOf.get(command.unitId) === client) await send(command);
      }
    }),
  );
  return outcome;
}

async function attempt(
  command: QuotaCommand,
  { url, token }: Options,
): Promise<{ status: number; body: string; why: string }> {
  try {
    const response = await fetch(`${url}/api/quotas`, {
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
